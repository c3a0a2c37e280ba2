package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Rgb565;
import dev.papack.media.TruecolorPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tiles that keep the palette of their sheets, {@code "palettes": "indexed"}. Pixels of entries
 * that are transparent become index 0. Stored as 0 is every colour that no pixel can show: that of
 * index 0 and of entries that are not opaque. An opaque entry that merely no pixel uses is kept, as
 * the author ordered it.
 */
final class IndexedTiles {
  private static final int ENTRIES = TilesMetadata.PALETTE_ENTRIES;

  private IndexedTiles() {}

  /** Every fault of the palettes of these sheets, and of how index 0 is used. */
  static List<Diagnostic> faults(List<SheetGrid> grids, TilesSettings settings) {
    List<Diagnostic> faults = new ArrayList<>();
    List<Sheet> usable = new ArrayList<>();
    for (SheetGrid grid : grids) {
      Sheet sheet = grid.sheet();
      switch (sheet.picture()) {
        case TruecolorPicture _ ->
            faults.add(notIndexed(sheet, "the sheet is truecolor: it has no palette"));
        case IndexedPicture picture when picture.paletteSize() > ENTRIES ->
            faults.add(
                notIndexed(sheet, "the palette has " + picture.paletteSize() + " entries")
                    .found(String.valueOf(picture.paletteSize()))
                    .limit(String.valueOf(ENTRIES)));
        case IndexedPicture picture -> {
          faults.addAll(Index0Check.faults(grid, picture, settings));
          usable.add(sheet);
        }
      }
    }
    for (Sheet sheet : usable) {
      paletteDifference(usable.getFirst(), sheet).ifPresent(faults::add);
    }
    return faults;
  }

  private static Diagnostic notIndexed(Sheet sheet, String message) {
    return Diagnostic.error(DiagnosticCode.NOT_INDEXED, sheet.location(), message)
        .supported("a palette of at most " + ENTRIES + " entries")
        .advice(
            "use \"palettes\": \"auto\", or save the sheet with a palette of at most "
                + ENTRIES
                + " colours");
  }

  private static Optional<Diagnostic> paletteDifference(Sheet first, Sheet other) {
    IndexedPicture one = indexed(first);
    IndexedPicture two = indexed(other);
    int entry = 0;
    while (entry < one.paletteSize()
        && entry < two.paletteSize()
        && one.paletteArgb(entry) == two.paletteArgb(entry)) {
      entry++;
    }
    if (entry == one.paletteSize() && entry == two.paletteSize()) {
      return Optional.empty();
    }
    return Optional.of(
        notIndexed(other, "the palette differs from that of the first sheet at entry " + entry)
            .supported("one palette for all sheets of a bank")
            .related(first.location(), "the first sheet"));
  }

  /** A sheet that {@link #faults} found no fault with. */
  private static IndexedPicture indexed(Sheet sheet) {
    return switch (sheet.picture()) {
      case IndexedPicture picture -> picture;
      case TruecolorPicture _ ->
          throw new IllegalArgumentException("truecolor: " + sheet.location().path());
    };
  }

  /** A bank of sheets without faults. */
  static Bank encode(List<SheetGrid> grids, TilesSettings settings, int tileCount) {
    TilesMetadata metadata =
        new TilesMetadata(grids.getFirst().columns(), 1, tileCount, settings.tileSizePixels());
    return new Bank(
        metadata,
        out -> {
          TilesWriter writer = new TilesWriter(metadata, out);
          int[] stored = writePalette(indexed(grids.getFirst().sheet()), writer);
          for (SheetGrid grid : grids) {
            for (int tile = 0; tile < grid.tileCount(); tile++) {
              writePixels(grid, tile, stored, writer);
              writer.endTile();
            }
          }
          writer.finish();
        });
  }

  /** Writes the palette and returns, for each entry, the index that its pixels get. */
  private static int[] writePalette(IndexedPicture first, TilesWriter writer) {
    int[] stored = new int[first.paletteSize()];
    for (int entry = 1; entry < stored.length; entry++) {
      int argb = first.paletteArgb(entry);
      if (first.rule().isOpaque(argb)) {
        stored[entry] = entry;
        writer.color(0, entry, Rgb565.nearest(argb));
      }
    }
    return stored;
  }

  private static void writePixels(SheetGrid grid, int tile, int[] stored, TilesWriter writer) {
    IndexedPicture picture = indexed(grid.sheet());
    PixelRectangle place = grid.pixelsOf(tile);
    for (int y = 0; y < place.height(); y++) {
      for (int x = 0; x < place.width(); x++) {
        writer.pixel(x, y, stored[picture.index(place.x() + x, place.y() + y)]);
      }
    }
  }
}
