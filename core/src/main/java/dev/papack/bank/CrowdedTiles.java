package dev.papack.bank;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.Picture;
import dev.papack.media.PixelRule;
import dev.papack.media.Rgb565;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Says of tiles with too many colours which they are and which could be merged. */
final class CrowdedTiles {
  /** So many tiles of a sheet are described; the last of them says how many more there are. */
  static final int DESCRIBED_MAX = 20;

  /** So many of the rarest colours are named. */
  static final int RAREST_MAX = 8;

  /** The colours of the source that round to one, and how many pixels of the tile show it. */
  private static final class Shade {
    private final Rgb565 color;
    private final TreeSet<Integer> sources = new TreeSet<>();
    private int pixels;

    Shade(Rgb565 color) {
      this.color = color;
    }

    void count(int argb) {
      sources.add(argb & 0xFFFFFF);
      pixels++;
    }

    int pixels() {
      return pixels;
    }

    /** {@code #101010}, or {@code #101010=#111010} where several round to one. */
    String text() {
      return String.join("=", sources.stream().map(SourceColor::text).toList());
    }

    /** How different two look: squares weighted 2, 4, 3 for red, green and blue. */
    int distance(Shade other) {
      int one = color.argb();
      int two = other.color.argb();
      int red = (one >>> 16 & 0xFF) - (two >>> 16 & 0xFF);
      int green = (one >>> 8 & 0xFF) - (two >>> 8 & 0xFF);
      int blue = (one & 0xFF) - (two & 0xFF);
      return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }
  }

  private CrowdedTiles() {}

  /** One diagnostic for each of the first {@value #DESCRIBED_MAX} of these tiles of every sheet. */
  static List<Diagnostic> faults(List<TileColors.Crowded> crowded) throws IOException {
    List<Diagnostic> faults = new ArrayList<>();
    for (TileColors.Crowded sheet : crowded) {
      int described = Math.min(sheet.tiles().size(), DESCRIBED_MAX);
      List<Integer> tiles = sheet.tiles().subList(0, described);
      Picture picture = sheet.grid().sheet().picture();
      List<int[]> pixels = picture.argb(tiles.stream().map(sheet.grid()::pixelsOf).toList());
      for (int i = 0; i < described; i++) {
        int unsaid = i == described - 1 ? sheet.tiles().size() - described : 0;
        List<Shade> shades = shades(pixels.get(i), picture.rule());
        faults.add(describe(sheet.grid(), tiles.get(i), shades, unsaid));
      }
    }
    return faults;
  }

  private static Diagnostic describe(SheetGrid grid, int tile, List<Shade> shades, int unsaid) {
    int excess = shades.size() - Page.CAPACITY;
    String message =
        "tile "
            + tile
            + " (column "
            + tile % grid.columns()
            + ", row "
            + tile / grid.columns()
            + ") uses "
            + shades.size()
            + " colours, "
            + excess
            + " too many";
    return Diagnostic.error(
            DiagnosticCode.TILE_COLORS,
            grid.sheet().location().at(grid.pixelsOf(tile)),
            message + othersInWords(unsaid))
        .found(String.join(", ", shades.stream().map(Shade::text).toList()))
        .limit(String.valueOf(Page.CAPACITY))
        .advice(nearestPair(shades) + "; " + rarest(shades, excess));
  }

  private static String othersInWords(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> "; 1 more tile of the sheet has too many";
      default -> "; " + count + " more tiles of the sheet have too many";
    };
  }

  /** The colours of a tile, from dark to bright. */
  private static List<Shade> shades(int[] pixels, PixelRule rule) {
    Map<Rgb565, Shade> shades = new LinkedHashMap<>();
    for (int argb : pixels) {
      if (rule.isOpaque(argb)) {
        shades.computeIfAbsent(Rgb565.nearest(argb), Shade::new).count(argb);
      }
    }
    return shades.values().stream()
        .sorted(Comparator.comparing(shade -> shade.color, Rgb565.BY_BRIGHTNESS))
        .toList();
  }

  private static String nearestPair(List<Shade> shades) {
    Shade one = shades.get(0);
    Shade two = shades.get(1);
    for (int i = 0; i < shades.size(); i++) {
      for (int j = i + 1; j < shades.size(); j++) {
        if (shades.get(i).distance(shades.get(j)) < one.distance(two)) {
          one = shades.get(i);
          two = shades.get(j);
        }
      }
    }
    return "merge colours: the nearest are " + one.text() + " and " + two.text();
  }

  private static String rarest(List<Shade> shades, int excess) {
    List<String> rarest =
        shades.stream()
            .sorted(Comparator.comparingInt(Shade::pixels))
            .limit(Math.min(excess, RAREST_MAX))
            .map(shade -> shade.text() + " (" + shade.pixels() + ")")
            .toList();
    return "the rarest, with their pixels: " + String.join(", ", rarest);
  }
}
