package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.ColorReduction;
import dev.papack.asset.ColorReduction.Dither;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.bank.reduction.LawOfPixels;
import dev.papack.media.ArgbPicture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What {@code docs/specs/workspace.md} says of sheets, written from that page alone: which pixels a
 * slice has to show, and in which palettes. It shares no code with the encoder, nor with the view.
 */
final class TilesLaw {
  /** A colour in 16 bits, or nothing. */
  private static final int NOTHING = -1;

  private final TilesSettings settings;
  private final List<ArgbPicture> sheets;
  private final Optional<ArgbPicture> palettes;

  /**
   * The law for some sheets.
   *
   * @param palettes the picture that the settings take palettes from, if they do
   */
  TilesLaw(TilesSettings settings, List<ArgbPicture> sheets, Optional<ArgbPicture> palettes) {
    this.settings = settings;
    this.sheets = List.copyOf(sheets);
    this.palettes = palettes;
  }

  /** One tile: where its pixels are in its sheet; empty places are padding. */
  private record Cut(ArgbPicture sheet, int left, int top, int endX, int endY) {}

  /** Along one side, where cells begin. */
  private List<Integer> starts(int side, int cell) {
    int margin = settings.gutters().marginPixels();
    int spacing = settings.gutters().spacingPixels();
    boolean mayBePartial = settings.frame().isEmpty() && settings.fit() == Fit.PAD;
    List<Integer> starts = new ArrayList<>();
    for (int at = margin; at < side - margin; at += cell + spacing) {
      if (mayBePartial || at + cell <= side) {
        starts.add(at);
      }
    }
    return starts;
  }

  private List<Cut> tiles() {
    int size = settings.tileSizePixels();
    int cellWidth = settings.frame().isPresent() ? settings.frame().get().widthPixels() : size;
    int cellHeight = settings.frame().isPresent() ? settings.frame().get().heightPixels() : size;
    List<Cut> tiles = new ArrayList<>();
    for (ArgbPicture sheet : sheets) {
      int taken = 0;
      int count = settings.frame().map(frame -> frame.count().orElse(1 << 28)).orElse(1 << 28);
      for (int y : starts(sheet.heightPixels(), cellHeight)) {
        for (int x : starts(sheet.widthPixels(), cellWidth)) {
          if (taken++ < count) {
            addCell(tiles, sheet, x, y, cellWidth, cellHeight);
          }
        }
      }
    }
    return tiles;
  }

  private void addCell(List<Cut> tiles, ArgbPicture sheet, int x, int y, int width, int height) {
    int size = settings.tileSizePixels();
    int endX = Math.min(x + width, sheet.widthPixels());
    int endY = Math.min(y + height, sheet.heightPixels());
    for (int top = y; top < y + height; top += size) {
      for (int left = x; left < x + width; left += size) {
        tiles.add(new Cut(sheet, left, top, endX, endY));
      }
    }
  }

  /** How many tiles stand side by side. */
  private int columns() {
    int size = settings.tileSizePixels();
    return settings.frame().isPresent()
        ? (settings.frame().get().widthPixels() + size - 1) / size
        : starts(sheets.getFirst().widthPixels(), size).size();
  }

  /** The colour that a pixel shows, in 16 bits. */
  private int shown(ArgbPicture sheet, int x, int y) {
    int argb = sheet.argb(x, y);
    int alpha = argb >>> 24;
    boolean isOpaque = alpha >= settings.alphaThreshold().orElse(255);
    if (settings.transparentColor().isPresent()) {
      isOpaque &= (argb & 0xFFFFFF) != settings.transparentColor().get().rgb();
    }
    if (settings.index0() == Index0.TRANSPARENT && sheet.isIndexed()) {
      int index = sheet.index(x, y);
      isOpaque &= settings.palettes().equals(Palettes.INDEXED) ? index % 16 != 0 : index != 0;
    }
    return isOpaque ? rounded(argb) : NOTHING;
  }

  private static int rounded(int argb) {
    int red = ((argb >>> 16 & 0xFF) * 31 + 127) / 255;
    int green = ((argb >>> 8 & 0xFF) * 63 + 127) / 255;
    int blue = ((argb & 0xFF) * 31 + 127) / 255;
    return red << 11 | green << 5 | blue;
  }

  /** A slice, version 1, read from its specification. */
  private record Slice(ByteBuffer bytes, int tileSize, int tileCount, int paletteCount) {
    int entry(int tile, int x, int y) {
      int pair = bytes.get((tile * tileSize * tileSize + y * tileSize + x) / 2) & 0xFF;
      return x % 2 == 0 ? pair % 16 : pair / 16;
    }

    int color(int palette, int entry) {
      int start = tileCount * tileSize * tileSize / 2;
      return Short.toUnsignedInt(bytes.getShort(start + 32 * palette + 2 * entry));
    }

    /** Those that there are: after them are zeros, and before them none but the first. */
    int[] colors(int palette) {
      int last = 15;
      while (last > 1 && color(palette, last) == 0) {
        last--;
      }
      return IntStream.rangeClosed(1, last).map(entry -> color(palette, entry)).toArray();
    }

    int palette(int tile) {
      return bytes.get(tileCount * tileSize * tileSize / 2 + 32 * paletteCount + tile) & 0xFF;
    }
  }

  /** Fails at the first pixel that is not as the law of fewer colours says. */
  void assertHoldsReduced(ByteBuffer payload, int columns, int paletteCount, int tileCount) {
    ColorReduction how = settings.reduction().orElseThrow();
    Slice slice = assertShape(payload, columns, paletteCount, tileCount, true);
    assertThat(paletteCount).isBetween(1, how.maxPalettes());
    Map<Integer, long[]> known = new HashMap<>();
    List<Cut> tiles = tiles();
    for (int tile = 0; tile < tileCount; tile++) {
      Cut cut = tiles.get(tile);
      long[][] palette = LawOfPixels.units(slice.colors(slice.palette(tile)));
      for (int y = cut.top(); y < Math.min(cut.top() + slice.tileSize(), cut.endY()); y++) {
        for (int x = cut.left(); x < Math.min(cut.left() + slice.tileSize(), cut.endX()); x++) {
          if (shown(cut.sheet(), x, y) != NOTHING) {
            int rgb = cut.sheet().argb(x, y) & 0xFFFFFF;
            long[] color = known.computeIfAbsent(rgb, LawOfPixels::units);
            int inX = x - cut.left();
            int inY = y - cut.top();
            int wanted =
                how.dither() == Dither.ORDERED
                    ? LawOfPixels.ordered(palette, color, inX, inY)
                    : LawOfPixels.nearest(palette, color);
            if (slice.entry(tile, inX, inY) != wanted) {
              assertThat(slice.entry(tile, inX, inY))
                  .as("%s tile %d at %d,%d", settings, tile, inX, inY)
                  .isEqualTo(wanted);
            }
          }
        }
      }
    }
  }

  /** Fails at the first pixel that is not as the law says. */
  void assertHolds(ByteBuffer payload, int columns, int paletteCount, int tileCount) {
    List<Cut> tiles = tiles();
    Slice slice = assertShape(payload, columns, paletteCount, tileCount, false);
    switch (settings.palettes()) {
      case Palettes.Indexed _ -> assertKeepsOrder(slice, tiles);
      case Palettes.From _ -> assertImposed(slice, tiles);
      case Palettes.Auto _ -> {}
    }
  }

  /** Where tiles and transparent pixels are; and the colours, unless there are fewer. */
  private Slice assertShape(
      ByteBuffer payload, int columns, int paletteCount, int tileCount, boolean isReduced) {
    List<Cut> tiles = tiles();
    int size = settings.tileSizePixels();
    assertThat(tileCount).isEqualTo(tiles.size());
    assertThat(columns).isEqualTo(columns());
    Slice slice = new Slice(payload.order(ByteOrder.LITTLE_ENDIAN), size, tileCount, paletteCount);
    assertThat(payload.limit())
        .isEqualTo(tileCount * size * size / 2 + 32 * paletteCount + tileCount);
    for (int tile = 0; tile < tileCount; tile++) {
      Cut cut = tiles.get(tile);
      int palette = slice.palette(tile);
      assertThat(palette).isLessThan(paletteCount);
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          boolean isPadding = cut.left() + x >= cut.endX() || cut.top() + y >= cut.endY();
          int wanted = isPadding ? NOTHING : shown(cut.sheet(), cut.left() + x, cut.top() + y);
          int entry = slice.entry(tile, x, y);
          int found = entry == 0 ? NOTHING : slice.color(palette, entry);
          if (isReduced) {
            assertThat(entry == 0).as("%s at %d,%d", settings, x, y).isEqualTo(wanted == NOTHING);
          } else if (found != wanted) {
            assertThat(found).as("%s tile %d at %d,%d", settings, tile, x, y).isEqualTo(wanted);
          }
        }
      }
    }
    return slice;
  }

  /** Every used index is at its own entry, but for a key and an entry 0 that changed places. */
  private void assertKeepsOrder(Slice slice, List<Cut> tiles) {
    int highest = 0;
    for (int tile = 0; tile < tiles.size(); tile++) {
      Cut cut = tiles.get(tile);
      for (int y = cut.top(); y < Math.min(cut.top() + slice.tileSize(), cut.endY()); y++) {
        for (int x = cut.left(); x < Math.min(cut.left() + slice.tileSize(), cut.endX()); x++) {
          if (shown(cut.sheet(), x, y) != NOTHING) {
            int index = cut.sheet().index(x, y);
            highest = Math.max(highest, index / 16);
            assertThat(slice.palette(tile)).isEqualTo(index / 16);
            int entry = slice.entry(tile, x - cut.left(), y - cut.top());
            if (index % 16 != 0) {
              assertThat(entry).as("index %d", index).isEqualTo(index % 16);
            } else {
              assertKey(cut.sheet(), index / 16 * 16 + entry);
            }
          }
        }
      }
    }
    assertThat(slice.paletteCount()).isEqualTo(highest + 1);
  }

  /** Only the key makes room for an entry 0. */
  private void assertKey(ArgbPicture sheet, int place) {
    boolean isKey =
        sheets.stream()
            .anyMatch(other ->
                place < other.palette().length
                    && (other.palette()[place] & 0xFFFFFF)
                        == settings.transparentColor().orElseThrow().rgb());
    assertThat(isKey).as("entry 0 went to %d in %s", place, sheet).isTrue();
  }

  /** Each tile has the lowest palette that has all its colours, and the palettes are kept. */
  private void assertImposed(Slice slice, List<Cut> tiles) {
    int[] colors = palettes.orElseThrow().palette();
    assertThat(slice.paletteCount()).isEqualTo((colors.length + 15) / 16);
    for (int index = 0; index < colors.length; index++) {
      boolean isColor = index % 16 != 0 && colors[index] >>> 24 == 255;
      assertThat(slice.color(index / 16, index % 16))
          .isEqualTo(isColor ? rounded(colors[index]) : 0);
    }
    for (int tile = 0; tile < tiles.size(); tile++) {
      int palette = 0;
      while (!holds(palette, colors, tiles.get(tile))) {
        palette++;
      }
      assertThat(slice.palette(tile)).as("tile %d", tile).isEqualTo(palette);
    }
  }

  private boolean holds(int palette, int[] colors, Cut cut) {
    for (int y = cut.top(); y < Math.min(cut.top() + settings.tileSizePixels(), cut.endY()); y++) {
      for (int x = cut.left();
          x < Math.min(cut.left() + settings.tileSizePixels(), cut.endX());
          x++) {
        int wanted = shown(cut.sheet(), x, y);
        boolean isThere = wanted == NOTHING;
        for (int index = palette * 16 + 1;
            index < Math.min(palette * 16 + 16, colors.length);
            index++) {
          isThere |= colors[index] >>> 24 == 255 && rounded(colors[index]) == wanted;
        }
        if (!isThere) {
          return false;
        }
      }
    }
    return true;
  }
}
