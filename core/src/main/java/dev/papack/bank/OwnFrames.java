package dev.papack.bank;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.TilesSettings;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Animation;
import dev.papack.media.PictureSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The frames of sheets whose format has frames: the sheets are cut into them, and not as settings
 * say. A sheet without frames is one frame beside them, if it is as large as one.
 */
final class OwnFrames {
  private OwnFrames() {}

  /** The size of the frames of the first sheet that has any. */
  static Optional<PictureSize> sizeOf(List<Sheet> sheets) {
    return sheets.stream()
        .flatMap(sheet -> sheet.animation().stream())
        .map(Animation::frame)
        .findFirst();
  }

  /**
   * The settings by which sheets are cut.
   *
   * @param settings as they are declared
   * @return refused if the sheets have frames of several sizes
   */
  static Outcome<TilesSettings> applied(List<Sheet> sheets, TilesSettings settings) {
    Optional<PictureSize> size = sizeOf(sheets);
    if (size.isEmpty()) {
      return Outcome.of(settings);
    }
    List<Diagnostic> faults =
        sheets.stream()
            .filter(sheet -> !sizeOf(sheet).equals(size.get()))
            .map(sheet -> fault(sheet, size.get()))
            .toList();
    return Outcome.of(settings.with(Gutters.NONE).with(frame(size.get()))).and(faults);
  }

  /** Frames of a size, as many as there are. */
  static Frame frame(PictureSize size) {
    return new Frame(size.widthPixels(), size.heightPixels(), OptionalInt.empty());
  }

  /** The frames of a bank. */
  static Bank.Frames of(List<SheetGrid> grids) {
    List<Sheet> sheets = grids.stream().map(SheetGrid::sheet).toList();
    return new Bank.Frames(
        grids.stream().mapToLong(grid -> grid.cells().count()).sum(),
        grids.getFirst().tilesPerCell(),
        sizeOf(sheets)
            .flatMap(size ->
                sheets.stream()
                    .map(sheet -> sheet.animation().orElseGet(() -> Animation.ofStill(size)))
                    .reduce(Animation::followedBy)));
  }

  private static PictureSize sizeOf(Sheet sheet) {
    return sheet.animation().map(Animation::frame).orElseGet(() -> sheet.picture().size());
  }

  private static Diagnostic fault(Sheet sheet, PictureSize expected) {
    String found = text(sizeOf(sheet));
    return Diagnostic.error(
            DiagnosticCode.SHEET_SIZE,
            sheet.location(),
            "the frames of this file are "
                + found
                + " pixels, those of another source "
                + text(expected)
                + "; the frames of an asset are all of one size")
        .found(found)
        .supported(text(expected))
        .advice("make them the same size, or declare each file as an asset of its own");
  }

  private static String text(PictureSize size) {
    return size.widthPixels() + "x" + size.heightPixels();
  }
}
