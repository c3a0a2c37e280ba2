package dev.papack.bank;

import dev.papack.asset.Gutters;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.palettes.Pagination;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Picture;
import dev.papack.media.PixelRule;
import dev.papack.media.Rgb565;
import dev.papack.media.TruecolorPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Says of a sheet whose tiles have too many colours how bad it is, and what would help. */
final class CrowdedTiles {
  /** The setting with which colours become fewer. */
  static final Argument.OfSetting REDUCED = new Argument.OfSetting("colors", "reduce");

  /** So many of the rarest colours are named. */
  static final int MAX_RAREST = 8;

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

    int distance(Shade other) {
      return SourceColor.distance(color.argb(), other.color.argb());
    }
  }

  private CrowdedTiles() {}

  /** One fault for each sheet that has such tiles: its worst tile, and what fits better. */
  static List<Diagnostic> faults(List<SheetGrid> grids, TilesSettings settings) throws IOException {
    List<Diagnostic> faults = new ArrayList<>();
    for (SheetGrid grid : grids) {
      Crowding crowding = Crowding.of(grid);
      if (crowding.tiles() > 0) {
        PixelRectangle place = grid.pixelsOf(crowding.worstTile());
        Picture picture = grid.sheet().picture();
        List<Shade> shades = shades(picture.argb(List.of(place)).getFirst(), picture.rule());
        faults.add(describe(grid, crowding, shades, settings));
      }
    }
    return faults;
  }

  private static Diagnostic describe(
      SheetGrid grid, Crowding crowding, List<Shade> shades, TilesSettings settings) {
    int excess = shades.size() - Pagination.PALETTE_COLORS;
    String worst =
        grid.nameOf(crowding.worstTile())
            + " uses "
            + shades.size()
            + " colours, "
            + excess
            + " too many";
    String others =
        crowding.tiles() == 1
            ? ""
            : "; it is the worst of " + crowding.tiles() + " tiles with too many";
    Optional<String> backdrop = backdrop(grid);
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.TILE_COLORS,
                grid.sheet().at(grid.pixelsOf(crowding.worstTile())),
                worst + others + backdrop.orElse(""))
            .found(String.join(", ", shades.stream().map(Shade::text).toList()))
            .limit(String.valueOf(Pagination.PALETTE_COLORS));
    Diagnostic withAdvice =
        backdrop.isPresent()
            ? SettingFix.add(
                fault,
                "if index 0 is the background, make it transparent",
                new Argument.OfSetting("index_0", "transparent"))
            : fault.advice(
                nearestPair(shades) + "; " + rarest(shades, excess) + otherSizes(grid, settings));
    return SettingFix.add(withAdvice, "or have papack reduce the colours", REDUCED);
  }

  /** Whether every tile would fit without the colour at index 0. */
  private static Optional<String> backdrop(SheetGrid grid) {
    return switch (grid.sheet().picture()) {
      case IndexedPicture picture when picture.isOpaque(0) -> {
        Sheet without =
            new Sheet(grid.sheet().location(), picture.withTransparent(index -> index == 0));
        yield Crowding.of(grid.with(without)).tiles() == 0
            ? Optional.of(
                "; without index 0, " + SourceColor.text(picture.paletteArgb(0)) + ", it would fit")
            : Optional.empty();
      }
      case IndexedPicture _, TruecolorPicture _ -> Optional.empty();
    };
  }

  /** The tile size that is nearest to fitting, if it is another one. */
  private static String otherSizes(SheetGrid grid, TilesSettings settings) {
    if (!settings.gutters().equals(Gutters.NONE)) {
      return "";
    }
    int best = grid.tileSizePixels();
    Crowding least = Crowding.of(grid);
    for (int size : List.of(8, 16, 32)) {
      Crowding other = Crowding.of(SheetGrid.covering(grid.sheet(), settings.with(size)));
      if (other.excess() < least.excess()) {
        best = size;
        least = other;
      }
    }
    if (best == grid.tileSizePixels()) {
      return "; no other tile size is nearer to fitting";
    }
    String size = "; with \"tile_size\": " + best + ", ";
    return least.tiles() == 0
        ? size + "all tiles fit"
        : size
            + (least.tiles() == 1 ? "1 tile has" : least.tiles() + " tiles have")
            + " too many, the worst "
            + least.excess();
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
            .limit(Math.min(excess, MAX_RAREST))
            .map(shade -> shade.text() + " (" + shade.pixels() + ")")
            .toList();
    return "the rarest, with their pixels: " + String.join(", ", rarest);
  }
}
