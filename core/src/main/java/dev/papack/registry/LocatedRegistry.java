package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Location;
import java.util.Map;

/**
 * A registry and where its file says so.
 *
 * @param registry what the file means
 * @param file the file
 * @param idPlaces the place of each id, registered or retired
 */
public record LocatedRegistry(Registry registry, Location file, Map<AssetId, Location> idPlaces) {
  /** Where an id stands, or the file as a whole. */
  Location placeOf(AssetId id) {
    return idPlaces.getOrDefault(id, file);
  }
}
