package dev.papack.report;

import dev.papack.container.TilesMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a page says of the tiles of a bank.
 *
 * @param metadata its numbers
 * @param blankCount tiles that show nothing
 * @param repeats tiles that show what an earlier tile shows, perhaps flipped; blank ones are none
 * @param palettes in their order
 */
record TilesFacts(
    TilesMetadata metadata, int blankCount, List<Repeat> repeats, List<PaletteUse> palettes) {
  TilesFacts {
    repeats = List.copyOf(repeats);
    palettes = List.copyOf(palettes);
  }

  /** How a tile shows what an earlier one shows. */
  enum Flip {
    NONE,
    HORIZONTAL,
    VERTICAL,
    BOTH;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Where the pixel is taken from that is shown at a place. */
    int source(int x, int y, int size) {
      int fromX = this == HORIZONTAL || this == BOTH ? size - 1 - x : x;
      int fromY = this == VERTICAL || this == BOTH ? size - 1 - y : y;
      return fromY * size + fromX;
    }
  }

  /**
   * A tile that shows what an earlier one shows.
   *
   * @param tile its number
   * @param of the number of the earlier one
   * @param flip how that one has to be turned
   */
  record Repeat(int tile, int of, Flip flip) {}

  /**
   * A palette and its use.
   *
   * @param colors as RGB565, the first being transparent
   * @param tileCount how many tiles have it
   * @param pixelCounts how many pixels show each of its entries
   */
  record PaletteUse(List<Integer> colors, int tileCount, List<Long> pixelCounts) {
    PaletteUse {
      colors = List.copyOf(colors);
      pixelCounts = List.copyOf(pixelCounts);
    }
  }

  /** The bytes that a tile takes in the pack. */
  int tileBytes() {
    return metadata.tileSize() * metadata.tileSize() / 2 + 1;
  }

  long count(Flip flip) {
    return repeats.stream().filter(repeat -> repeat.flip() == flip).count();
  }

  static TilesFacts of(TilesBank bank) {
    int[][] pixels = new int[bank.metadata().paletteCount()][TilesMetadata.PALETTE_ENTRIES];
    int[] tiles = new int[bank.metadata().paletteCount()];
    int size = bank.metadata().tileSize();
    int blank = 0;
    List<Repeat> repeats = new ArrayList<>();
    Map<Long, Integer> firsts = new HashMap<>();
    int[] shown = new int[size * size];
    int[] other = new int[size * size];
    for (int tile = 0; tile < bank.metadata().tileCount(); tile++) {
      int palette = bank.paletteOf(tile);
      tiles[palette]++;
      int transparent = pixels[palette][0];
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          pixels[palette][bank.index(tile, x, y)]++;
        }
      }
      if (pixels[palette][0] - transparent == size * size) {
        blank++;
        continue;
      }
      bank.draw(tile, shown);
      if (!addRepeat(bank, tile, shown, other, firsts, repeats)) {
        firsts.put(digest(shown, size, Flip.NONE), tile);
      }
    }
    return new TilesFacts(bank.metadata(), blank, repeats, palettes(bank, tiles, pixels));
  }

  private static boolean addRepeat(
      TilesBank bank,
      int tile,
      int[] shown,
      int[] other,
      Map<Long, Integer> firsts,
      List<Repeat> repeats) {
    int size = bank.metadata().tileSize();
    for (Flip flip : Flip.values()) {
      Integer first = firsts.get(digest(shown, size, flip));
      if (first != null) {
        bank.draw(first, other);
        if (isSame(shown, other, size, flip)) {
          repeats.add(new Repeat(tile, first, flip));
          return true;
        }
      }
    }
    return false;
  }

  /** Two digests may be equal by chance. */
  private static boolean isSame(int[] shown, int[] other, int size, Flip flip) {
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        if (shown[flip.source(x, y, size)] != other[y * size + x]) {
          return false;
        }
      }
    }
    return true;
  }

  private static long digest(int[] shown, int size, Flip flip) {
    long digest = 0xCBF29CE484222325L;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        digest = (digest ^ shown[flip.source(x, y, size)]) * 0x9E3779B97F4A7C15L;
        digest ^= digest >>> 29;
      }
    }
    return digest;
  }

  private static List<PaletteUse> palettes(TilesBank bank, int[] tiles, int[][] pixels) {
    List<PaletteUse> palettes = new ArrayList<>();
    for (int palette = 0; palette < tiles.length; palette++) {
      List<Integer> colors = new ArrayList<>();
      List<Long> counts = new ArrayList<>();
      for (int entry = 0; entry < TilesMetadata.PALETTE_ENTRIES; entry++) {
        colors.add(bank.color(palette, entry));
        counts.add((long) pixels[palette][entry]);
      }
      palettes.add(new PaletteUse(colors, tiles[palette], counts));
    }
    return palettes;
  }
}
