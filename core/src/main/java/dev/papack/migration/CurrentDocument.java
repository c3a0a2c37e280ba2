package dev.papack.migration;

import dev.papack.diagnostic.Location;
import dev.papack.document.Gate;
import dev.papack.document.Kind;
import dev.papack.document.VersionedDocument;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import dev.papack.source.Snapshot;
import java.util.function.Supplier;

/**
 * A document whose tree has the structure of its kind's current version. Places are those of the
 * original file. Only migration makes one.
 */
public final class CurrentDocument {
  private final Kind kind;
  private final int declaredVersion;
  private final Location location;
  private final Supplier<Trees> trees;

  /**
   * What was read and what it became.
   *
   * @param original as the file has it
   * @param current of the current version
   */
  record Trees(JsonObject original, JsonObject current) {}

  private CurrentDocument(
      Kind kind, int declaredVersion, Location location, Supplier<Trees> trees) {
    this.kind = kind;
    this.declaredVersion = declaredVersion;
    this.location = location;
    this.trees = trees;
  }

  /** A document that keeps its trees. */
  static CurrentDocument of(VersionedDocument original, JsonObject current) {
    Trees trees = new Trees(original.tree(), current);
    return new CurrentDocument(
        original.kind(), original.version(), original.location(), () -> trees);
  }

  /**
   * The same document without its trees, for whoever keeps thousands: they take many times the
   * memory of the text, and are made again whenever they are asked for.
   *
   * @param history of its kind
   */
  public CurrentDocument withoutTrees(History history) {
    // Not the field: with this document its trees would stay.
    Location file = location;
    return new CurrentDocument(
        kind, declaredVersion, file, () -> Migration.again(Snapshot.again(file), history));
  }

  Trees trees() {
    return trees.get();
  }

  public Kind kind() {
    return kind;
  }

  public JsonObject tree() {
    return trees.get().current();
  }

  /** The file. */
  public Location location() {
    return location;
  }

  /**
   * Where a value of the tree comes from.
   *
   * @param node a value of {@link #tree()}
   * @return its line, column and pointer in the file as its author wrote it
   */
  public Location placeOf(JsonNode node) {
    return location()
        .at(node.range())
        .at(JsonPointer.to(trees.get().original(), node.range()).text());
  }

  /** Where the file says its version. */
  public Location placeOfVersion() {
    return placeOf(trees.get().original().find(Gate.SCHEMA_VERSION).orElseThrow());
  }

  /** Whether the file itself is still of an older version: its migration is pending. */
  public boolean isPending() {
    return declaredVersion < kind.window().current();
  }

  /** The version that the file declares. */
  public int declaredVersion() {
    return declaredVersion;
  }
}
