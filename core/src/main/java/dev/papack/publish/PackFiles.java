package dev.papack.publish;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The four files of a set, wherever each of them is: published, or staged.
 *
 * @param output where the set is published, or is to be: messages name its files as if they were
 *     there
 * @param places one for each slot
 */
public record PackFiles(OutputFolder output, Map<PackSlot, PlacedFile> places) {
  /** Copies the map. */
  public PackFiles {
    places = Collections.unmodifiableMap(new EnumMap<>(places));
  }

  /** The set that is published. */
  public static PackFiles published(OutputFolder output) {
    Map<PackSlot, PlacedFile> places = new EnumMap<>(PackSlot.class);
    for (PackSlot slot : PackSlot.values()) {
      places.put(slot, slot.in(output));
    }
    return new PackFiles(output, places);
  }

  /** The file of a slot, as messages name it. */
  public String shown(PackSlot slot) {
    return output.shown(slot);
  }

  /** Where the file of a slot is. */
  public PlacedFile of(PackSlot slot) {
    return Objects.requireNonNull(places.get(slot), "every slot has a place");
  }
}
