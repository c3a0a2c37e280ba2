package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Location;
import dev.papack.json.JsonNode;
import dev.papack.migration.CurrentDocument;
import java.util.Map;

/**
 * A registry and where its file says so.
 *
 * @param registry what the file means
 * @param document the file
 * @param idNodes where each id is, registered or retired
 */
public record LocatedRegistry(
    Registry registry, CurrentDocument document, Map<AssetId, JsonNode> idNodes) {
  /** Copies the map. */
  public LocatedRegistry {
    idNodes = Map.copyOf(idNodes);
  }

  /** The place of an id, or the file as a whole. */
  Location placeOf(AssetId id) {
    JsonNode node = idNodes.get(id);
    return node == null ? document.location() : document.placeOf(node);
  }
}
