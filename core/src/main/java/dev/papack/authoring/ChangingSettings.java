package dev.papack.authoring;

import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Suggestion;
import dev.papack.diff.UnifiedDiff;
import dev.papack.disk.ReadableDirectory;
import dev.papack.document.KnownSetting;
import dev.papack.document.KnownSettings;
import dev.papack.json.JsonObject;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.publish.DocumentChange;
import dev.papack.registry.DeclarationDocument;
import dev.papack.registry.DeclarationSettings;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.result.ChangedDocument;
import dev.papack.result.ChangedSettings;
import dev.papack.result.SettingChange;
import dev.papack.source.InOrder;
import dev.papack.source.Snapshot;
import dev.papack.workspace.TargetPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes settings in many declarations, all or none. What each is then is read as if it were on
 * the disk, and its sources are tried as {@code add} tries those of a new asset.
 */
public final class ChangingSettings {
  private static final KnownSettings KNOWN = DeclarationSettings.KNOWN;

  private final DeclaredWorkspace workspace;
  private final Trial trial;
  private final Capacity capacity;
  private final List<SettingChange> changes;

  public ChangingSettings(
      DeclaredWorkspace workspace,
      ReadableDirectory assets,
      Capacity capacity,
      List<SettingChange> changes) {
    this.workspace = workspace;
    this.trial = Trial.byBuilding(assets, workspace, capacity.memory());
    this.capacity = capacity;
    this.changes = List.copyOf(changes);
  }

  /** A declaration before and after. */
  private record Changed(LocatedDeclaration before, LocatedDeclaration after, String text) {}

  /** Works out the changes in what the targets select. */
  public Outcome<Proposal<ChangedSettings>> change(List<TargetPattern> targets) throws IOException {
    List<Diagnostic> unknown =
        changes.stream().flatMap(change -> faultOf(change.setting()).stream()).toList();
    return (unknown.isEmpty() ? Outcome.done() : new Outcome.Refused<>(unknown))
        .flatMap(_ -> SettingsSelection.of(workspace, targets))
        .then(this::change);
  }

  private static Optional<Diagnostic> faultOf(String name) {
    if (!KNOWN.tagsWith(name).isEmpty()) {
      return Optional.empty();
    }
    Location request = Location.of(Artifact.REQUEST, "");
    return Optional.of(
        DeclarationSettings.insteadOf(name)
            .map(instead ->
                Diagnostic.error(
                        DiagnosticCode.NOT_A_SETTING, request, "\"" + name + "\" is not a setting")
                    .found(name)
                    .advice(instead))
            .orElseGet(() ->
                Diagnostic.error(
                        DiagnosticCode.MEMBER_UNKNOWN, request, "unknown setting \"" + name + "\"")
                    .found(name)
                    .supported(
                        KNOWN.all().stream()
                            .filter(KnownSetting::hasValue)
                            .map(KnownSetting::name)
                            .collect(Collectors.joining(", ")))
                    .fix(
                        Suggestion.closest(name, KNOWN.names())
                            .map(close -> Fix.advice("did you mean \"" + close + "\"?"))
                            .orElseGet(() -> Fix.advice("choose one of the known settings")))));
  }

  private Outcome<Proposal<ChangedSettings>> change(SettingsSelection selection)
      throws IOException {
    List<Diagnostic> faults = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    Set<SettingChange> used = new HashSet<>();
    int unchanged = 0;
    int others = 0;
    for (SettingsSelection.Selected selected : selection.declarations().values()) {
      LocatedDeclaration before = selected.declaration();
      String bank = before.declaration().settings().bankType().name();
      List<SettingEdit> edits = new ArrayList<>();
      for (SettingChange change : changes) {
        Optional<KnownSetting> setting = KNOWN.find(bank, change.setting());
        if (setting.isPresent()) {
          used.add(change);
          edits.add(SettingEdit.of(setting.get(), change));
        } else if (selected.selection() == Selection.BY_NAME) {
          faults.add(ofOtherBank(before, change, bank));
        }
      }
      if (edits.isEmpty()) {
        others++;
        continue;
      }
      JsonObject tree = before.document().tree();
      String old = Histories.ASSET.text(tree);
      for (SettingEdit edit : edits) {
        tree = edit.applyTo(tree);
      }
      String text = Histories.ASSET.text(tree);
      if (text.equals(old)) {
        unchanged++;
        continue;
      }
      switch (read(before, text)) {
        case Outcome.Accepted<LocatedDeclaration>(LocatedDeclaration after, var _) ->
            changed.add(new Changed(before, after, text));
        case Outcome.Refused<LocatedDeclaration>(List<Diagnostic> found) -> faults.addAll(found);
      }
    }
    if (faults.isEmpty()) {
      changes.stream()
          .filter(change -> !used.contains(change))
          .map(ChangingSettings::ofNone)
          .forEach(faults::add);
    }
    List<LocatedDeclaration> after = changed.stream().map(Changed::after).toList();
    faults.addAll(new SlotClaims(workspace).faultsOf(after));
    if (faults.isEmpty()) {
      faults.addAll(spoilt(changed));
    }
    return faults.isEmpty()
        ? Outcome.of(proposal(changed, unchanged, others))
        : new Outcome.Refused<>(faults.stream().distinct().sorted().toList());
  }

  /** What the new text means; faults name the place in the file by its pointer alone. */
  private static Outcome<LocatedDeclaration> read(LocatedDeclaration before, String text) {
    AssetsPath file = before.place().file();
    Snapshot snapshot =
        Snapshot.of(file.inWorkspace().text(), text.getBytes(StandardCharsets.UTF_8));
    Outcome<LocatedDeclaration> read =
        Migration.read(snapshot, Histories.ASSET)
            .flatMap(document -> DeclarationDocument.read(document, before.place()));
    return switch (read) {
      case Outcome.Accepted<LocatedDeclaration> accepted -> accepted;
      case Outcome.Refused<LocatedDeclaration>(List<Diagnostic> faults) ->
          new Outcome.Refused<>(faults.stream().map(fault -> inFile(fault, file)).toList());
    };
  }

  private static Diagnostic inFile(Diagnostic fault, AssetsPath file) {
    Location place = Location.of(Artifact.ASSET, file);
    return fault.at(fault.location().pointer().map(place::at).orElse(place));
  }

  private static Diagnostic ofOtherBank(
      LocatedDeclaration declaration, SettingChange change, String bank) {
    return Diagnostic.error(
            DiagnosticCode.SETTING_NOT_APPLICABLE,
            declaration.document().location(),
            "an asset of bank " + bank + " has no setting \"" + change.setting() + "\"")
        .found(bank)
        .supported(String.join(", ", KNOWN.tagsWith(change.setting())))
        .advice("select only declarations that can have this setting");
  }

  private static Diagnostic ofNone(SettingChange change) {
    String banks = String.join(" or ", KNOWN.tagsWith(change.setting()));
    return Diagnostic.error(
            DiagnosticCode.SETTING_NOT_APPLICABLE,
            Location.of(Artifact.REQUEST, ""),
            "no selected declaration can have the setting \""
                + change.setting()
                + "\": none is of bank "
                + banks)
        .found(change.setting())
        .supported(banks)
        .advice("select declarations that can have this setting");
  }

  /** Errors of conversions that the change causes: what failed before is no reason against it. */
  private List<Diagnostic> spoilt(List<Changed> changed) throws IOException {
    List<InOrder.Work<List<Diagnostic>>> work = new ArrayList<>();
    for (Changed each : changed) {
      work.add(() -> {
        List<Diagnostic> faults = trial.faultsOf(each.after(), List.of());
        boolean isNew = !faults.isEmpty() && trial.faultsOf(each.before(), List.of()).isEmpty();
        return isNew ? faults : List.of();
      });
    }
    List<Diagnostic> spoilt = new ArrayList<>();
    try (InOrder<List<Diagnostic>> results = new InOrder<>(capacity.threads(), work.iterator())) {
      while (results.hasNext()) {
        spoilt.addAll(results.next());
      }
    }
    return spoilt;
  }

  private static Proposal<ChangedSettings> proposal(
      List<Changed> changed, int unchanged, int others) {
    List<ChangedDocument> documents = new ArrayList<>();
    List<DocumentChange> changes = new ArrayList<>();
    for (Changed each : changed) {
      LocatedDeclaration before = each.before();
      AssetsPath file = before.place().file();
      String old =
          StandardCharsets.UTF_8
              .decode(before.document().location().document().orElseThrow().bytes())
              .toString();
      documents.add(
          new ChangedDocument(
              file,
              UnifiedDiff.of(
                  file.inWorkspace().text(), Optional.of(old), Optional.of(each.text()))));
      changes.add(
          new DocumentChange.OfDeclaration(
              before.place(), Optional.of(before.digest()), Optional.of(each.text())));
    }
    return new Proposal<>(new ChangedSettings(documents, unchanged, others), changes);
  }
}
