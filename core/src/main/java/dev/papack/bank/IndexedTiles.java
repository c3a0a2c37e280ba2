package dev.papack.bank;

import dev.papack.bank.EncodingAttempt.Obstacle;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.IndexedPicture;
import dev.papack.media.TruecolorPicture;
import java.util.ArrayList;
import java.util.List;

/**
 * Tiles that keep the palettes of their sheets, {@code "palettes": "indexed"}. Pixels of entries
 * that are transparent become index 0. Stored as 0 is every colour that no pixel can show: that of
 * index 0 and of entries that are not opaque. An opaque entry that merely no pixel uses is kept, as
 * the author ordered it.
 */
final class IndexedTiles {
  private IndexedTiles() {}

  /**
   * A bank of these sheets.
   *
   * @param known faults that the sheets have whatever their palettes
   */
  static EncodingAttempt encode(List<SheetGrid> grids, List<Diagnostic> known) {
    List<Diagnostic> others = new ArrayList<>(known);
    List<IndexedSheet> sheets = new ArrayList<>();
    for (SheetGrid grid : grids) {
      switch (grid.sheet().picture()) {
        case TruecolorPicture _ -> others.add(notIndexed(grid.sheet()));
        case IndexedPicture picture -> sheets.add(IndexedSheet.of(grid, picture));
      }
    }
    OwnPalettes palettes = new OwnPalettes(sheets);
    IndexedFaults faults = IndexedFaults.of(sheets, palettes);
    others.addAll(faults.others());
    if (!others.isEmpty()) {
      return EncodingAttempt.of(new Outcome.Refused<Bank>(others).and(faults.opaqueIndex0()));
    }
    return faults.opaqueIndex0().isEmpty()
        ? EncodingAttempt.of(Outcome.of(bank(sheets, palettes)))
        : new EncodingAttempt(
            new Outcome.Refused<>(faults.opaqueIndex0()), Obstacle.OPAQUE_INDEX_0);
  }

  private static Diagnostic notIndexed(Sheet sheet) {
    return Diagnostic.error(
            DiagnosticCode.NOT_INDEXED,
            sheet.location(),
            "the sheet is truecolor: it has no palette")
        .supported("a palette of at most 256 entries")
        .advice(
            "use \"palettes\": \"auto\", or save the sheet as an indexed PNG of at most 256"
                + " colours");
  }

  private static Bank bank(List<IndexedSheet> sheets, OwnPalettes palettes) {
    SheetGrid first = sheets.getFirst().grid();
    int tileCount =
        Math.toIntExact(sheets.stream().mapToLong(sheet -> sheet.grid().tileCount()).sum());
    TilesMetadata metadata =
        new TilesMetadata(first.columns(), palettes.count(), tileCount, first.tileSizePixels());
    return new Bank(
        metadata,
        out -> {
          TilesWriter writer = new TilesWriter(metadata, out);
          palettes.write(writer);
          for (IndexedSheet sheet : sheets) {
            for (int tile = 0; tile < sheet.grid().tileCount(); tile++) {
              write(sheet, tile, palettes, writer);
              writer.endTile();
            }
          }
          writer.finish();
        });
  }

  private static void write(
      IndexedSheet sheet, int tile, OwnPalettes palettes, TilesWriter writer) {
    IndexedPicture picture = sheet.picture();
    PixelRectangle place = sheet.grid().pixelsOf(tile);
    for (int y = 0; y < place.height(); y++) {
      for (int x = 0; x < place.width(); x++) {
        int index = picture.index(place.x() + x, place.y() + y);
        if (picture.isOpaque(index)) {
          writer.palette(OwnPalettes.paletteOf(index));
          writer.pixel(x, y, palettes.entryOf(index));
        }
      }
    }
  }
}
