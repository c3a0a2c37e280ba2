package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import dev.papack.registry.LocatedDeclaration;

/** What an author is told where {@link Fixing} leaves a declaration as it is. */
final class DoubtfulFix {
  private DoubtfulFix() {}

  /** Another declaration has what the id was built from. */
  static Diagnostic contradicted(
      LocatedDeclaration supposed, AssetId id, LocatedDeclaration there) {
    return Diagnostic.error(
            DiagnosticCode.ID_CHANGED_MEANING,
            supposed.placeOf("asset_id"),
            "the id "
                + id
                + " may mean \""
                + there.place().root()
                + "\" and not \""
                + supposed.place().root()
                + "\": that has the source it was last built from")
        .found(supposed.place().root().toString())
        .supported(there.place().root().toString())
        .related(there.document().location(), "has the source of the last build")
        .advice(
            "leave the asset_id "
                + id
                + " in the declaration of the original alone, then add the other one");
  }

  /** A declaration that cannot be read may claim the id as well. */
  static Diagnostic contestedByUnreadable(
      LocatedDeclaration located, AssetId id, AssetsPath unreadable) {
    return Diagnostic.error(
            DiagnosticCode.ID_IN_TWO_PLACES,
            located.placeOf("asset_id"),
            "the id "
                + id
                + " for \""
                + located.place().root()
                + "\" is also in a declaration that cannot be read")
        .found(id.toString())
        .related(Location.of(Artifact.ASSET, unreadable), "it cannot be read")
        .advice("fix " + unreadable.inWorkspace() + " first: it may be the one that has this id");
  }

  /** The id is registered for a declaration that cannot be read. */
  static Diagnostic registeredForUnreadable(
      LocatedDeclaration located, AssetId id, AssetRoot home) {
    return Diagnostic.error(
            DiagnosticCode.ID_IN_TWO_PLACES,
            located.placeOf("asset_id"),
            "the id "
                + id
                + " of \""
                + located.place().root()
                + "\" is registered for \""
                + home
                + "\", whose declaration cannot be read")
        .found(id.toString())
        .advice("fix the declaration of " + home + " first");
  }

  /** It may have moved, but something is still declared where it was. */
  static Diagnostic oldRootIsTaken(
      LocatedDeclaration located, AssetId id, LocatedDeclaration there) {
    return moved(located, id, there.place().root(), "something is still declared at the old root")
        .related(there.placeOf("asset_id"), "declared at the registered root")
        .fix(Fix.manual("if it moved, register it there", Fix.run(Verb.ADD, located.argument())))
        .advice(
            "if this is a copy, restore the asset_id "
                + id
                + " in "
                + there.place().file().inWorkspace());
  }

  /** It may have moved, but neither root nor name says that it is the same asset. */
  static Diagnostic ofOtherName(
      LocatedDeclaration located, AssetId id, AssetRoot home, AssetName before) {
    return moved(located, id, home, "its name is no longer \"" + before.text() + "\"")
        .fix(
            Fix.manual(
                "if it is the same asset, register it there",
                Fix.run(Verb.ADD, located.argument())))
        .advice("if it is another asset, remove its asset_id, then add it");
  }

  private static Diagnostic moved(
      LocatedDeclaration located, AssetId id, AssetRoot home, String doubt) {
    AssetRoot root = located.place().root();
    return Diagnostic.error(
            DiagnosticCode.ROOT_MOVED,
            located.placeOf("asset_id"),
            "the asset "
                + id
                + " may have moved from \""
                + home
                + "\" to \""
                + root
                + "\", but "
                + doubt)
        .found(root.toString())
        .supported(home.toString());
  }

  /** There is nothing to do. */
  static Diagnostic needless(LocatedDeclaration located, AssetId id) {
    return Diagnostic.note(
            DiagnosticCode.ALREADY_DECLARED,
            Location.of(Artifact.ASSET, located.place().file()),
            "\"" + located.place().root() + "\" is already declared and registered, as " + id)
        .advice("edit " + located.place().file().inWorkspace() + " to change its settings");
  }
}
