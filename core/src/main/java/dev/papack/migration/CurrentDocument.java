package dev.papack.migration;

import dev.papack.diagnostic.Location;
import dev.papack.document.Gate;
import dev.papack.document.Kind;
import dev.papack.document.VersionedDocument;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;

/**
 * A document whose tree has the structure of its kind's current version. Places are those of the
 * original file. Only migration makes one.
 */
public final class CurrentDocument {
  private final VersionedDocument original;
  private final JsonObject tree;

  CurrentDocument(VersionedDocument original, JsonObject tree) {
    this.original = original;
    this.tree = tree;
  }

  public Kind kind() {
    return original.kind();
  }

  public JsonObject tree() {
    return tree;
  }

  /** The file. */
  public Location location() {
    return original.location();
  }

  /**
   * Where a value of the tree comes from.
   *
   * @param node a value of {@link #tree()}
   * @return its line, column and pointer in the file as its author wrote it
   */
  public Location placeOf(JsonNode node) {
    return location().at(node.range()).at(JsonPointer.to(original.tree(), node.range()).text());
  }

  /** Where the file says its version. */
  public Location placeOfVersion() {
    return placeOf(original.tree().find(Gate.SCHEMA_VERSION).orElseThrow());
  }

  /** Whether the file itself is still of an older version: its migration is pending. */
  public boolean isPending() {
    return declaredVersion() < kind().window().current();
  }

  /** The version that the file declares. */
  public int declaredVersion() {
    return original.version();
  }
}
