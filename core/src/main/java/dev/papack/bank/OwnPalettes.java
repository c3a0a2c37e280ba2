package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.media.Rgb565;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The palettes of 16 that indexed sheets have together. An entry has the colour of the first sheet
 * that uses it, or else of the first that has it.
 *
 * <p>The colour key is transparent, as entry 0 is on the console. Where a palette has the key at
 * another entry and pixels use its entry 0, the two change places, and nothing else moves.
 */
final class OwnPalettes {
  private static final int ENTRIES = TilesMetadata.PALETTE_ENTRIES;
  private static final int MAX_INDICES = 256;

  /**
   * Two entries that changed places.
   *
   * @param index0 the entry 0 of a palette, as an index of the picture
   * @param key the index that has the key's colour
   */
  record Exchange(int index0, int key) {}

  private final List<IndexedSheet> sheets;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final int[] places = new int[MAX_INDICES];
  private final int count;

  OwnPalettes(List<IndexedSheet> sheets) {
    this.sheets = List.copyOf(sheets);
    Arrays.setAll(places, index -> index);
    int highest = sheets.stream().mapToInt(sheet -> sheet.uses().highest()).max().orElse(0);
    count = Math.max(0, highest) / ENTRIES + 1;
    for (int index0 = 0; index0 < count * ENTRIES; index0 += ENTRIES) {
      if (isUsed(index0)) {
        exchange(index0);
      }
    }
  }

  private void exchange(int index0) {
    IntStream.range(index0 + 1, index0 + ENTRIES)
        .filter(index -> !isUsed(index) && sheets.stream().anyMatch(sheet -> sheet.isKey(index)))
        .findFirst()
        .ifPresent(key -> {
          exchanges.add(new Exchange(index0, key));
          places[index0] = key;
          places[key] = index0;
        });
  }

  private boolean isUsed(int index) {
    return sheets.stream().anyMatch(sheet -> sheet.uses().isUsed(index));
  }

  /** How many there are: up to the highest that a pixel uses, at least 1. */
  int count() {
    return count;
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /** Whether opaque pixels of an index would be at entry 0, which is transparent. */
  boolean isLost(int index) {
    return places[index] % ENTRIES == 0;
  }

  /** The entry that opaque pixels of an index get. */
  int entryOf(int index) {
    return places[index] % ENTRIES;
  }

  /** The palette of an index. */
  static int paletteOf(int index) {
    return index / ENTRIES;
  }

  /** The colours, as far as a pixel could show them. */
  void write(TilesWriter writer) {
    for (int index = 0; index < count * ENTRIES; index++) {
      int place = places[index];
      if (place % ENTRIES != 0) {
        color(index).ifPresent(color -> writer.color(place / ENTRIES, place % ENTRIES, color));
      }
    }
  }

  private Optional<Rgb565> color(int index) {
    return sheets.stream()
        .filter(sheet -> sheet.uses().isUsed(index))
        .findFirst()
        .or(() -> sheets.stream().filter(sheet -> sheet.isOpaque(index)).findFirst())
        .map(sheet -> Rgb565.nearest(sheet.picture().paletteArgb(index)));
  }
}
