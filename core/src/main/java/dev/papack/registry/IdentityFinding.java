package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import java.util.Optional;

/**
 * What registry and declarations do not agree on. Code that has to decide looks at the type; people
 * get the diagnostic.
 */
public sealed interface IdentityFinding {
  /** The fault as it is reported. */
  Diagnostic diagnostic();

  /** A finding about one declaration. */
  sealed interface OfDeclaration extends IdentityFinding {
    LocatedDeclaration declaration();
  }

  /**
   * A declaration has no id.
   *
   * @param registered the id that the registry has for its root, if no other root took it along
   * @param certainty of the fix
   */
  record IdMissing(
      LocatedDeclaration declaration, Optional<RegisteredId> registered, Certainty certainty)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      Diagnostic fault =
          Diagnostic.error(
              DiagnosticCode.ID_MISSING,
              declaration.document().location(),
              "the declaration of \""
                  + declaration.place().root()
                  + "\" has no asset_id"
                  + registered
                      .map(known -> "; " + known.id() + " is registered for this root")
                      .orElse(""));
      return registered
          .map(known ->
              fault
                  .supported(known.id().toString())
                  .related(known.place(), "the registry has this root as " + known.id())
                  .fix(add("write it back", certainty, declaration)))
          .orElseGet(() -> fault.fix(add("give it an id", certainty, declaration)));
    }
  }

  /**
   * A declaration has an id that was retired.
   *
   * @param meaning what the id meant
   * @param retired where the registry says so
   */
  record IdRetired(
      LocatedDeclaration declaration, AssetId id, RetiredAsset meaning, Location retired)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      return Diagnostic.error(
              DiagnosticCode.ID_RETIRED,
              declaration.placeOf("asset_id"),
              "\""
                  + declaration.place().root()
                  + "\" has the id "
                  + id
                  + ", which was retired when "
                  + meaning.inWords()
                  + " was removed; retired ids are never used again")
          .found(id.toString())
          .related(retired, "retired here")
          .fix(tried("give this asset a new id", declaration));
    }
  }

  /**
   * The registry knows neither the id nor the root of a declaration.
   *
   * @param registry the registry
   */
  record Unregistered(LocatedDeclaration declaration, AssetId id, Location registry)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      return Diagnostic.error(
              DiagnosticCode.ROOT_UNREGISTERED,
              declaration.placeOf("asset_id"),
              "\""
                  + declaration.place().root()
                  + "\" is declared as "
                  + id
                  + ", which is not in the registry")
          .found(id.toString())
          .related(registry, "the registry")
          .fix(tried("register it", declaration));
    }
  }

  /**
   * An id is found under one other root than the registered one, and nowhere else.
   *
   * @param from the registered root
   * @param registered where the registry has it
   * @param certainty of the fix
   */
  record Moved(
      LocatedDeclaration declaration,
      AssetId id,
      AssetRoot from,
      Location registered,
      Certainty certainty)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      AssetRoot root = declaration.place().root();
      return Diagnostic.warning(
              DiagnosticCode.ROOT_MOVED,
              declaration.placeOf("asset_id"),
              "the asset " + id + " moved from \"" + from + "\" to \"" + root + "\"")
          .found(root.toString())
          .supported(from.toString())
          .related(registered, "the registry still has the old root")
          .fix(add("register it at its new place", certainty, declaration));
    }
  }

  /**
   * A declaration has another name than the registry has for its id.
   *
   * @param before the registered name
   * @param registered where the registry has the id
   * @param successor another declaration that has the registered name
   * @param certainty of the fix
   */
  record Renamed(
      LocatedDeclaration declaration,
      AssetId id,
      AssetName before,
      Location registered,
      Optional<LocatedDeclaration> successor,
      Certainty certainty)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      String now = declaration.declaration().name().text();
      Diagnostic warning =
          Diagnostic.warning(
                  DiagnosticCode.ASSET_RENAMED,
                  declaration.placeOf("name"),
                  "the asset " + id + " was \"" + before.text() + "\" and is now \"" + now + "\"")
              .found(now)
              .supported(before.text())
              .related(registered, "the registry still has the old name");
      return successor
          .map(other -> warning.related(other.placeOf("name"), "another asset has the old name"))
          .orElse(warning)
          .fix(add("register its new name", certainty, declaration));
    }
  }

  /**
   * A declaration has another bank than the registry has for its id. A bank is part of what an id
   * means, so this is another asset.
   *
   * @param before the registered bank
   * @param registered where the registry has the id
   * @param rival another declaration that has the id and the registered bank
   */
  record BankChanged(
      LocatedDeclaration declaration,
      AssetId id,
      BankType before,
      Location registered,
      Optional<LocatedDeclaration> rival)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      BankType now = declaration.declaration().settings().bankType();
      Diagnostic fault =
          Diagnostic.error(
                  DiagnosticCode.BANK_CHANGED,
                  declaration.placeOf("bank"),
                  "the asset "
                      + id
                      + " is registered as "
                      + before
                      + " and declared as "
                      + now
                      + "; the bank of an id never changes")
              .found(now.name())
              .supported(before.name())
              .related(registered, "registered here");
      return rival
          .map(other ->
              fault
                  .related(other.placeOf("asset_id"), "another declaration with this id")
                  .fix(add("give this asset its own id", Certainty.LIKELY, declaration)))
          .orElseGet(() ->
              fault
                  .fix(
                      Fix.manual(
                          "if this is another asset, retire the old id, then add this one",
                          Fix.run(Verb.REMOVE, new Argument.OfId(id.value()))))
                  .advice("or restore the declaration"));
    }
  }

  /**
   * A declaration without id is at a registered root, but has another name or bank than the asset
   * that is registered there, or another asset of its name is missing: nobody can say which it is.
   *
   * @param asset what is registered there
   * @param registered its id
   * @param namesake another registered asset of the same name, whose declaration is missing
   */
  record RootTaken(
      LocatedDeclaration declaration,
      RegisteredAsset asset,
      RegisteredId registered,
      Optional<RegisteredId> namesake)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      Diagnostic fault =
          Diagnostic.error(
                  DiagnosticCode.ID_MISSING,
                  declaration.document().location(),
                  "the declaration of \""
                      + declaration.place().root()
                      + "\" has no asset_id, and "
                      + namesake.map(this::choice).orElseGet(this::difference))
              .supported(registered.id().toString())
              .related(registered.place(), "registered here");
      if (namesake.isPresent()) {
        fault = fault.related(namesake.get().place(), "registered here, and not declared");
      }
      Fix remove =
          Fix.manual(
              "if this is another asset, retire the old id, then add this one",
              Fix.run(Verb.REMOVE, new Argument.OfId(registered.id().value())));
      return asset.isBankOf(declaration.declaration())
          ? fault
              .fix(remove)
              .advice("if it is the same asset, write the asset_id into its declaration")
          : fault.fix(remove);
    }

    private String choice(RegisteredId other) {
      return "may be "
          + registered.id()
          + ", which is registered there, or "
          + other.id()
          + ", which is missing: both are called \""
          + asset.name().map(AssetName::text).orElse("")
          + "\"";
    }

    private String difference() {
      return "another asset is registered there: "
          + registered.id()
          + (asset.isBankOf(declaration.declaration())
              ? ", called \"" + asset.name().map(AssetName::text).orElse("") + "\""
              : ", which is " + asset.bank().map(BankType::name).orElse(""));
    }
  }

  /**
   * Two declarations have one id; one has the registered root of it, the other its registered name.
   *
   * @param atRoot the one at the registered root, under another name
   * @param namesake the one of the registered name, elsewhere
   * @param asset what is registered
   */
  record Disputed(
      LocatedDeclaration declaration,
      AssetId id,
      LocatedDeclaration atRoot,
      LocatedDeclaration namesake,
      RegisteredAsset asset)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      LocatedDeclaration other = declaration.equals(atRoot) ? namesake : atRoot;
      return doubled(
              declaration,
              id,
              other,
              "the id "
                  + id
                  + " is declared twice: \""
                  + atRoot.place().root()
                  + "\" has the registered root, \""
                  + namesake.place().root()
                  + "\" the registered name \""
                  + namesake.declaration().name().text()
                  + "\"",
              "the other declaration with this id")
          .fix(
              add(
                  "if \""
                      + namesake.place().root()
                      + "\" is the original and moved, register it there",
                  Certainty.MANUAL,
                  namesake))
          .advice(
              "if \"" + namesake.place().root() + "\" is a copy, remove its asset_id, then add it");
    }
  }

  /**
   * A declaration has the id of another, which is at the registered root.
   *
   * @param original the declaration at the registered root
   */
  record Copied(LocatedDeclaration declaration, AssetId id, LocatedDeclaration original)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      return doubled(
              declaration,
              id,
              original,
              "\""
                  + declaration.place().root()
                  + "\" has the id "
                  + id
                  + ", which belongs to \""
                  + original.place().root()
                  + "\": a copy needs its own id",
              "the registered root of this id")
          .fix(tried("give the copy its own id", declaration));
    }
  }

  /**
   * Several declarations have one id, and none is at the registered root.
   *
   * @param other another one with this id
   */
  record Contested(LocatedDeclaration declaration, AssetId id, LocatedDeclaration other)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      return contested(declaration, id, other)
          .fix(
              add(
                  "if this is the original, register it; add the others afterwards",
                  Certainty.MANUAL,
                  declaration));
    }
  }

  /**
   * Several declarations have one id, and there is no registry to tell who keeps it.
   *
   * @param other another one with this id
   */
  record Undecided(LocatedDeclaration declaration, AssetId id, LocatedDeclaration other)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      return contested(declaration, id, other)
          .advice("restore the registry first: it knows which of them keeps the id");
    }
  }

  /**
   * A declaration has another id than the registry has for its root.
   *
   * @param registered what the registry has
   */
  record Mismatched(LocatedDeclaration declaration, AssetId id, RegisteredId registered)
      implements OfDeclaration {
    @Override
    public Diagnostic diagnostic() {
      return Diagnostic.error(
              DiagnosticCode.ID_MISMATCH,
              declaration.placeOf("asset_id"),
              "\""
                  + declaration.place().root()
                  + "\" is declared as "
                  + id
                  + ", but registered as "
                  + registered.id())
          .found(id.toString())
          .supported(registered.id().toString())
          .related(registered.place(), "registered here")
          .advice(
              "restore one of the two files from version control: the id in a released pack is the"
                  + " right one");
    }
  }

  /**
   * A registered root has no declaration, and its id is found nowhere else.
   *
   * @param root the registered root
   * @param registered its id
   */
  record RootGone(AssetRoot root, RegisteredId registered) implements IdentityFinding {
    @Override
    public Diagnostic diagnostic() {
      return Diagnostic.error(
              DiagnosticCode.ROOT_GONE,
              registered.place(),
              "the declaration of \"" + root + "\" (" + registered.id() + ") is missing")
          .found(root.toString())
          .advice("restore its declaration from version control")
          .fix(
              Fix.manual(
                  "or retire the id, if you want to remove the asset",
                  Fix.run(Verb.REMOVE, new Argument.OfId(registered.id().value()))));
    }
  }

  /**
   * An id that the registry has.
   *
   * @param id the id
   * @param place where it is
   */
  record RegisteredId(AssetId id, Location place) {}

  private static Diagnostic contested(
      LocatedDeclaration declaration, AssetId id, LocatedDeclaration other) {
    return doubled(
        declaration,
        id,
        other,
        "\""
            + declaration.place().root()
            + "\" and \""
            + other.place().root()
            + "\" both have the id "
            + id
            + ": a copy needs its own id",
        "another root with this id");
  }

  private static Diagnostic doubled(
      LocatedDeclaration declaration,
      AssetId id,
      LocatedDeclaration other,
      String message,
      String whatIsThere) {
    return Diagnostic.error(
            DiagnosticCode.ID_IN_TWO_PLACES, declaration.placeOf("asset_id"), message)
        .found(id.toString())
        .related(other.placeOf("asset_id"), whatIsThere);
  }

  /** An id that is new here is given only to what a build would accept, and nobody has tried it. */
  private static Fix tried(String title, LocatedDeclaration declaration) {
    return add(title, Certainty.LIKELY, declaration);
  }

  private static Fix add(String title, Certainty certainty, LocatedDeclaration declaration) {
    return new Fix(title, certainty, Fix.run(Verb.ADD, declaration.argument()));
  }
}
