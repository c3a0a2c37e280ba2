package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.BankSettings;
import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.bank.Choice;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.registry.PreloadSlot;
import dev.papack.registry.RegisteredAsset;
import dev.papack.registry.Registry;
import dev.papack.result.AddRequest;
import dev.papack.result.Added.Action;
import dev.papack.result.Added.AddedAsset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares files that no declaration names yet. */
final class Declaring {
  private final Registry registry;
  private final AddRequest request;
  private final Additions additions;
  private final RootChoice roots;
  private final AssetNaming naming;
  private final Map<PreloadSlot, AssetRoot> takenSlots = new HashMap<>();

  Declaring(
      DeclaredWorkspace workspace, AddRequest request, Additions additions, RootChoice roots) {
    this.registry = workspace.registry().registry();
    this.request = request;
    this.additions = additions;
    this.roots = roots;
    this.naming = AssetNaming.in(workspace, request.name().map(NamePattern::new));
    for (LocatedDeclaration declaration : workspace.scan().declarations().values()) {
      PreloadSlot.of(declaration.declaration())
          .ifPresent(slot -> takenSlots.put(slot, declaration.place().root()));
    }
  }

  /** A file is going to be declared; all are announced before the first is. */
  void expect(AssetsPath file, BankType bank) {
    naming.expect(NameParts.ofFile(file), bank);
  }

  /**
   * Declares files as one asset from a place that is free, unless its name or slot is taken.
   *
   * @param files its sources, at least one
   */
  void declare(
      List<AssetsPath> files, DeclarationPlace place, Choice<? extends BankSettings> choice) {
    AssetsPath file = files.getFirst();
    NameParts parts =
        switch (place.form()) {
          case BESIDE -> NameParts.ofFile(file);
          case INSIDE -> NameParts.ofFolder(place.root().path());
        };
    switch (naming.asked(file, parts, choice.settings().bankType())) {
      case Outcome.Refused<Optional<AssetName>>(List<Diagnostic> faults) ->
          faults.forEach(additions::refuse);
      case Outcome.Accepted<Optional<AssetName>>(Optional<AssetName> asked, var _) ->
          declare(files, place, choice, parts, asked);
    }
  }

  private void declare(
      List<AssetsPath> files,
      DeclarationPlace place,
      Choice<? extends BankSettings> choice,
      NameParts parts,
      Optional<AssetName> asked) {
    AssetsPath file = files.getFirst();
    BankSettings settings = choice.settings();
    Optional<PreloadSlot> slot =
        request.slot().isPresent()
            ? Optional.of(new PreloadSlot(settings.bankType(), request.slot().getAsInt()))
            : Optional.empty();
    if (slot.filter(wanted -> isSlotRefused(file, wanted)).isPresent()) {
      return;
    }
    // A registered root without declaration has lost it: the asset is what it always was.
    Optional<AssetId> lost = additions.lostAt(place.root());
    Optional<RegisteredAsset> known = lost.flatMap(registry::find);
    if (known.isPresent() && isAnother(known.get(), lost.orElseThrow(), settings, asked, file)) {
      return;
    }
    AssetId id = lost.orElseGet(additions::drawId);
    Optional<AssetName> given =
        asked.or(() -> known.flatMap(RegisteredAsset::name).filter(old -> !naming.isTaken(old)));
    AssetName name = given.orElseGet(() -> naming.draw(parts, settings.bankType()));
    Declaration declaration =
        new Declaration(
            Optional.of(id),
            name,
            files.stream().map(source -> place.relativize(source).orElseThrow()).toList(),
            settings,
            request.slot());
    if (!additions.enter(id, place.root(), declaration, location(file))) {
      return;
    }
    if (given.equals(asked)) {
      naming.noteOn(file, parts, name).ifPresent(additions::report);
    }
    naming.take(name, settings.bankType());
    slot.ifPresent(taken -> takenSlots.put(taken, place.root()));
    files.forEach(source -> roots.take(place, source));
    additions.write(
        new AddedAsset(
            lost.isPresent() ? Action.RESTORED : Action.DECLARED,
            Optional.of(id),
            Optional.empty(),
            place,
            declaration,
            choice.reasons()));
  }

  /** Refuses to take a file for the asset that is registered at its root, if it is not that. */
  private boolean isAnother(
      RegisteredAsset known,
      AssetId id,
      BankSettings settings,
      Optional<AssetName> asked,
      AssetsPath file) {
    boolean isOfOtherBank = known.bank().filter(bank -> bank != settings.bankType()).isPresent();
    boolean isOfOtherName =
        known.name().flatMap(name -> asked.filter(wanted -> !wanted.equals(name))).isPresent();
    if (!isOfOtherBank && !isOfOtherName) {
      return false;
    }
    String asset =
        known.name().map(name -> "\"" + name.text() + "\"").orElse("an asset")
            + known.bank().map(bank -> " (" + bank + ")").orElse("");
    additions.refuse(
        Diagnostic.error(
                isOfOtherBank ? DiagnosticCode.BANK_CHANGED : DiagnosticCode.ASSET_RENAMED,
                location(file),
                "the root \""
                    + known.root()
                    + "\" is registered for "
                    + asset
                    + ", the id "
                    + id
                    + ", whose declaration is missing")
            .found(
                isOfOtherBank ? settings.bankType().name() : asked.map(AssetName::text).orElse(""))
            .supported(
                isOfOtherBank
                    ? known.bank().map(BankType::name).orElse("")
                    : known.name().map(AssetName::text).orElse(""))
            .advice("restore the declaration, if that asset still exists")
            .fix(
                Fix.manual(
                    "if it is gone, retire its id, then add this file",
                    Fix.run(Verb.REMOVE, new Argument.OfId(id.value())))));
    return true;
  }

  private boolean isSlotRefused(AssetsPath file, PreloadSlot slot) {
    AssetRoot owner = takenSlots.get(slot);
    if (owner == null) {
      return false;
    }
    additions.refuse(
        Diagnostic.error(
                DiagnosticCode.SLOT_TAKEN,
                location(file),
                "the " + slot + " belongs to \"" + owner + "\"")
            .found(String.valueOf(slot.number()))
            .advice("choose another slot from 0 to 255"));
    return true;
  }

  private static Location location(AssetsPath file) {
    return Location.of(Artifact.SOURCE, file);
  }
}
