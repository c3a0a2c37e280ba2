package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tiles that take their palettes from another picture, {@code "palettes": {"from": ...}}. A tile
 * gets the lowest palette that has all its colours after rounding, a pixel the lowest entry of its
 * colour.
 */
final class ImposedTiles {
  private ImposedTiles() {}

  /** For each sheet its first foreign colour, or else its first tile that no palette holds. */
  static List<Diagnostic> faults(List<SheetGrid> grids, ImposedPalettes palettes)
      throws IOException {
    List<Diagnostic> faults = new ArrayList<>();
    for (SheetGrid grid : grids) {
      Optional<Diagnostic> fault = fault(grid, palettes);
      fault.ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<Diagnostic> fault(SheetGrid grid, ImposedPalettes palettes)
      throws IOException {
    int tiles = 0;
    int first = -1;
    Optional<PixelRectangle> foreign = Optional.empty();
    for (int tile = 0; tile < grid.tileCount(); tile++) {
      if (holders(grid, tile, palettes) == 0) {
        tiles++;
        first = first < 0 ? tile : first;
        if (foreign.isEmpty()) {
          foreign = firstOutside(grid, tile, palettes, palettes.all());
        }
      }
    }
    if (tiles == 0) {
      return Optional.empty();
    }
    return Optional.of(
        foreign.isPresent()
            ? foreignColor(grid, foreign.get(), palettes, tiles)
            : noPaletteHolds(grid, first, palettes, tiles));
  }

  /** The palettes that have all colours of a tile, one bit each. */
  private static int holders(SheetGrid grid, int tile, ImposedPalettes palettes) {
    Picture picture = grid.sheet().picture();
    PixelRectangle place = grid.pixelsOf(tile);
    int holders = palettes.all();
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        int color = picture.color(x, y);
        if (color != Picture.TRANSPARENT) {
          holders &= palettes.palettesWith(color);
        }
      }
    }
    return holders;
  }

  /** The first pixel of a tile whose colour is in none of some palettes. */
  private static Optional<PixelRectangle> firstOutside(
      SheetGrid grid, int tile, ImposedPalettes palettes, int some) {
    Picture picture = grid.sheet().picture();
    PixelRectangle place = grid.pixelsOf(tile);
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        int color = picture.color(x, y);
        if (color != Picture.TRANSPARENT && (palettes.palettesWith(color) & some) == 0) {
          return Optional.of(new PixelRectangle(x, y, 1, 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Diagnostic foreignColor(
      SheetGrid grid, PixelRectangle pixel, ImposedPalettes palettes, int tiles)
      throws IOException {
    int argb = grid.sheet().picture().argb(List.of(pixel)).getFirst()[0];
    return error(
            grid,
            pixel,
            argb,
            "the colour "
                + SourceColor.text(argb)
                + " is in none of the palettes of "
                + palettes.location().path()
                + "; the nearest is "
                + entry(palettes, palettes.nearest(argb, palettes.all())),
            tiles)
        .related(palettes.location(), "the palettes");
  }

  private static Diagnostic noPaletteHolds(
      SheetGrid grid, int tile, ImposedPalettes palettes, int tiles) throws IOException {
    int best = bestFor(grid, tile, palettes);
    PixelRectangle pixel = firstOutside(grid, tile, palettes, 1 << best).orElseThrow();
    int argb = grid.sheet().picture().argb(List.of(pixel)).getFirst()[0];
    return error(
            grid,
            pixel,
            argb,
            "no single palette of "
                + palettes.location().path()
                + " has all colours of "
                + grid.nameOf(tile)
                + ": palette "
                + best
                + " has the most, but not "
                + SourceColor.text(argb)
                + "; the nearest there is "
                + entry(palettes, palettes.nearest(argb, 1 << best)),
            tiles)
        .related(palettes.location(), "the palettes");
  }

  /** The palette that has the colours of most pixels of a tile; of equals the lowest. */
  private static int bestFor(SheetGrid grid, int tile, ImposedPalettes palettes) {
    int[] pixels = new int[palettes.count()];
    Picture picture = grid.sheet().picture();
    PixelRectangle place = grid.pixelsOf(tile);
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        int color = picture.color(x, y);
        int with = color == Picture.TRANSPARENT ? 0 : palettes.palettesWith(color);
        for (int palette = 0; palette < pixels.length; palette++) {
          pixels[palette] += with >>> palette & 1;
        }
      }
    }
    int best = 0;
    for (int palette = 1; palette < pixels.length; palette++) {
      best = pixels[palette] > pixels[best] ? palette : best;
    }
    return best;
  }

  private static Diagnostic error(
      SheetGrid grid, PixelRectangle pixel, int argb, String message, int tiles) {
    String others =
        switch (tiles) {
          case 1 -> "";
          case 2 -> "; 1 more tile has colours that do not fit";
          default -> "; " + (tiles - 1) + " more tiles have colours that do not fit";
        };
    return Diagnostic.error(
            DiagnosticCode.COLOR_NOT_IN_PALETTE, grid.sheet().at(pixel), message + others)
        .found(SourceColor.text(argb))
        .advice(
            "draw that pixel in a colour of the palette, or add its colour to the picture that has"
                + " the palettes");
  }

  private static String entry(ImposedPalettes palettes, int index) {
    return index == ImposedPalettes.NONE
        ? "nothing: it has no colour"
        : "entry "
            + index % TilesMetadata.PALETTE_ENTRIES
            + " of palette "
            + index / TilesMetadata.PALETTE_ENTRIES
            + ", "
            + SourceColor.text(palettes.argb(index));
  }

  /** A bank of sheets without faults. */
  static Bank encode(List<SheetGrid> grids, ImposedPalettes palettes) {
    SheetGrid first = grids.getFirst();
    TilesMetadata metadata =
        new TilesMetadata(
            first.columns(),
            palettes.count(),
            Math.toIntExact(grids.stream().mapToLong(SheetGrid::tileCount).sum()),
            first.tileSizePixels());
    return new Bank(
        metadata,
        out -> {
          TilesWriter writer = new TilesWriter(metadata, out);
          palettes.write(writer);
          for (SheetGrid grid : grids) {
            for (int tile = 0; tile < grid.tileCount(); tile++) {
              write(grid, tile, palettes, writer);
              writer.endTile();
            }
          }
          writer.finish();
        });
  }

  private static void write(
      SheetGrid grid, int tile, ImposedPalettes palettes, TilesWriter writer) {
    int palette = Integer.numberOfTrailingZeros(holders(grid, tile, palettes));
    writer.palette(palette);
    Picture picture = grid.sheet().picture();
    PixelRectangle place = grid.pixelsOf(tile);
    for (int y = 0; y < place.height(); y++) {
      for (int x = 0; x < place.width(); x++) {
        int color = picture.color(place.x() + x, place.y() + y);
        if (color != Picture.TRANSPARENT) {
          writer.pixel(x, y, palettes.entry(palette, color));
        }
      }
    }
  }
}
