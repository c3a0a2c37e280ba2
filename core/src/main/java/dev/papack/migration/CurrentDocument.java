package dev.papack.migration;

import dev.papack.diagnostic.Location;
import dev.papack.document.Kind;
import dev.papack.json.JsonObject;

/**
 * A document whose tree has the structure of its kind's current version. Positions are those of the
 * original file. Only migration makes one.
 */
public final class CurrentDocument {
  private final Kind kind;
  private final int declaredVersion;
  private final JsonObject tree;
  private final Location location;

  CurrentDocument(Kind kind, int declaredVersion, JsonObject tree, Location location) {
    this.kind = kind;
    this.declaredVersion = declaredVersion;
    this.tree = tree;
    this.location = location;
  }

  public Kind kind() {
    return kind;
  }

  public JsonObject tree() {
    return tree;
  }

  /** The file. */
  public Location location() {
    return location;
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
