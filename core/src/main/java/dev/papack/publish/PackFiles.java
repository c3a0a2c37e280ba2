package dev.papack.publish;

import dev.papack.disk.ReadableDirectory;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The four files of a set, wherever each of them is: published, or staged.
 *
 * @param places one for each slot
 */
public record PackFiles(Map<PackSlot, PlacedFile> places) {
  /** Copies the map. */
  public PackFiles {
    places = Collections.unmodifiableMap(new EnumMap<>(places));
  }

  /** The set that a workspace has published. */
  public static PackFiles published(ReadableDirectory workspace) {
    Map<PackSlot, PlacedFile> places = new EnumMap<>(PackSlot.class);
    for (PackSlot slot : PackSlot.values()) {
      places.put(slot, slot.in(workspace));
    }
    return new PackFiles(places);
  }

  /** Where the file of a slot is. */
  public PlacedFile of(PackSlot slot) {
    return Objects.requireNonNull(places.get(slot), "every slot has a place");
  }
}
