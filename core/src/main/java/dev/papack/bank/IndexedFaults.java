package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.IndexedPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What keeps sheets from keeping their own palettes: at most three faults a sheet.
 *
 * @param opaqueIndex0 pixels of an opaque index 0, which the console does not show
 * @param others tiles of several palettes, and sheets whose palettes differ
 */
record IndexedFaults(List<Diagnostic> opaqueIndex0, List<Diagnostic> others) {
  private static final int ENTRIES = TilesMetadata.PALETTE_ENTRIES;
  private static final int MAX_PALETTES = 256 / ENTRIES;

  /** Copies the lists. */
  IndexedFaults {
    opaqueIndex0 = List.copyOf(opaqueIndex0);
    others = List.copyOf(others);
  }

  static IndexedFaults of(List<IndexedSheet> sheets, OwnPalettes palettes) {
    List<Diagnostic> opaque = new ArrayList<>();
    List<Diagnostic> others = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      opaqueIndex0(sheets.get(i), palettes).ifPresent(opaque::add);
      twoPalettes(sheets.get(i)).ifPresent(others::add);
      difference(sheets.subList(0, i), sheets.get(i)).ifPresent(others::add);
    }
    return new IndexedFaults(opaque, others);
  }

  private static Optional<Diagnostic> opaqueIndex0(IndexedSheet sheet, OwnPalettes palettes) {
    int[] lost =
        IntStream.range(0, MAX_PALETTES)
            .map(palette -> palette * ENTRIES)
            .filter(index -> sheet.uses().isUsed(index) && palettes.isLost(index))
            .toArray();
    if (lost.length == 0) {
      return Optional.empty();
    }
    int index = lost[0];
    int count = sheet.uses().count(index);
    String others =
        lost.length == 1
            ? ""
            : "; the same is true of entry 0 of " + (lost.length - 1) + " more palettes";
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.INDEX_0_OPAQUE,
                sheet.grid().sheet().at(sheet.uses().first(index)),
                "index "
                    + index
                    + ", "
                    + SourceColor.text(sheet.picture().paletteArgb(index))
                    + ", is opaque and "
                    + (count == 1 ? "1 pixel uses" : count + " pixels use")
                    + " it; the console shows "
                    + (index == 0 ? "index 0" : "entry 0 of each palette of 16")
                    + " as transparent"
                    + others)
            .found(String.valueOf(count))
            .supported("an index 0 that is transparent or not used");
    return Optional.of(
        SettingFix.add(fault, "let it disappear", new Argument.OfSetting("index_0", "transparent"))
            .advice("to keep the colour, move it to another index or use \"palettes\": \"auto\""));
  }

  /** Of the tiles that use more than one palette, the first is described. */
  private static Optional<Diagnostic> twoPalettes(IndexedSheet sheet) {
    int first = -1;
    int found = 0;
    for (int tile = 0; tile < sheet.grid().tileCount(); tile++) {
      int[] pixels = pixelsOfPalettes(sheet, tile);
      if (IntStream.of(pixels).filter(count -> count > 0).count() > 1) {
        first = found == 0 ? tile : first;
        found++;
      }
    }
    return found == 0
        ? Optional.empty()
        : Optional.of(describe(sheet, first, pixelsOfPalettes(sheet, first), found - 1));
  }

  private static int[] pixelsOfPalettes(IndexedSheet sheet, int tile) {
    int[] pixels = new int[MAX_PALETTES];
    PixelRectangle place = sheet.grid().pixelsOf(tile);
    IndexedPicture picture = sheet.picture();
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        int index = picture.index(x, y);
        if (picture.isOpaque(index)) {
          pixels[OwnPalettes.paletteOf(index)]++;
        }
      }
    }
    return pixels;
  }

  private static Diagnostic describe(IndexedSheet sheet, int tile, int[] pixels, int otherTiles) {
    List<Integer> used =
        IntStream.range(0, MAX_PALETTES).filter(p -> pixels[p] > 0).boxed().toList();
    int rarest =
        used.stream()
            .min((one, other) -> Integer.compare(pixels[one], pixels[other]))
            .orElseThrow();
    PixelRectangle pixel = firstOf(sheet, tile, rarest);
    String others =
        switch (otherTiles) {
          case 0 -> "";
          case 1 -> "; 1 more tile uses several";
          default -> "; " + otherTiles + " more tiles use several";
        };
    List<String> counts =
        used.stream()
            .map(palette ->
                "palette "
                    + palette
                    + " (indices "
                    + palette * ENTRIES
                    + " to "
                    + (palette * ENTRIES + ENTRIES - 1)
                    + ") with "
                    + pixels[palette]
                    + (pixels[palette] == 1 ? " pixel" : " pixels"))
            .toList();
    return Diagnostic.error(
            DiagnosticCode.TILE_PALETTES,
            sheet.grid().sheet().at(sheet.grid().pixelsOf(tile)),
            sheet.grid().nameOf(tile)
                + " uses "
                + String.join(" and ", counts)
                + "; a tile has one palette of 16"
                + others)
        .found(used.size() + " palettes")
        .limit("1")
        .related(
            sheet.grid().sheet().at(pixel),
            "the first pixel of palette "
                + rarest
                + ", index "
                + sheet.picture().index(pixel.x(), pixel.y()))
        .advice("draw those pixels with the colours of one palette, or use \"palettes\": \"auto\"");
  }

  private static PixelRectangle firstOf(IndexedSheet sheet, int tile, int palette) {
    PixelRectangle place = sheet.grid().pixelsOf(tile);
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        int index = sheet.picture().index(x, y);
        if (sheet.picture().isOpaque(index) && OwnPalettes.paletteOf(index) == palette) {
          return new PixelRectangle(x, y, 1, 1);
        }
      }
    }
    throw new IllegalArgumentException("no pixel of palette " + palette);
  }

  /** Where a sheet shows another colour than one before it at an entry that both use. */
  private static Optional<Diagnostic> difference(List<IndexedSheet> before, IndexedSheet sheet) {
    for (int index = 0; index <= sheet.uses().highest(); index++) {
      for (IndexedSheet other : before) {
        if (sheet.uses().isUsed(index)
            && other.uses().isUsed(index)
            && rgb(sheet, index) != rgb(other, index)) {
          return Optional.of(difference(other, sheet, index));
        }
      }
    }
    return Optional.empty();
  }

  private static int rgb(IndexedSheet sheet, int index) {
    return sheet.picture().paletteArgb(index) & 0xFFFFFF;
  }

  private static Diagnostic difference(IndexedSheet other, IndexedSheet sheet, int index) {
    return Diagnostic.error(
            DiagnosticCode.NOT_INDEXED,
            sheet.grid().sheet().at(sheet.uses().first(index)),
            "the palette differs from that of another sheet at entry "
                + index
                + ", which both use: "
                + SourceColor.text(sheet.picture().paletteArgb(index))
                + " here, "
                + SourceColor.text(other.picture().paletteArgb(index))
                + " there")
        .supported("one colour for each entry that the sheets of a bank use")
        .related(other.grid().sheet().at(other.uses().first(index)), "the other sheet")
        .advice("give the sheets one palette, or use \"palettes\": \"auto\"");
  }
}
