package dev.papack.document;

import dev.papack.diagnostic.Location;
import dev.papack.json.JsonObject;

/**
 * A document of a known kind and a supported version; nothing else about it is known. Only the gate
 * makes one.
 */
public final class VersionedDocument {
  private final Kind kind;
  private final int version;
  private final JsonObject tree;
  private final Location location;

  VersionedDocument(Kind kind, int version, JsonObject tree, Location location) {
    this.kind = kind;
    this.version = version;
    this.tree = tree;
    this.location = location;
  }

  public Kind kind() {
    return kind;
  }

  /** The version it declares, inside the kind's window. */
  public int version() {
    return version;
  }

  public JsonObject tree() {
    return tree;
  }

  /** The file. */
  public Location location() {
    return location;
  }
}
