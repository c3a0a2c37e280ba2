package dev.papack.media.png;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Picture;
import dev.papack.media.TruecolorPicture;
import dev.papack.source.Snapshot;
import java.util.List;

/**
 * Decodes PNG (third edition), strictly: every byte is accounted for, and a file that breaks a rule
 * of the specification is refused, even where its pixels could be guessed. The first fault in
 * reading order is the one reported: what follows it cannot be trusted.
 *
 * <ul>
 *   <li>Colour type 3 becomes an {@link IndexedPicture}, all others a {@link TruecolorPicture}.
 *   <li>Samples of 16 bits become 8 by {@code (v*255 + 32767) / 65535}; a transparent colour (tRNS)
 *       is compared before that.
 *   <li>Gamma, profiles, backgrounds, text and the like change nothing. Their checksum, place and
 *       number are checked; compressed ones are never inflated.
 *   <li>Of an animation the default image is taken, with a warning.
 * </ul>
 *
 * <p>Memory beyond the file's: {@code width * height} bytes for an indexed picture, four times that
 * for another, two rows of at most {@code 8 * width + 1} bytes, and at most 512 bytes per chunk, of
 * which there are 10,000 at most. Time is proportional to the file's size and the pixels declared,
 * of which there are at most 1,032 * 8 for each byte of the file.
 */
public final class PngDecoder {
  private PngDecoder() {}

  /**
   * The picture in a file.
   *
   * @param snapshot untrusted bytes
   * @return the picture, or the one fault, with its place in bytes or pixels
   */
  public static Outcome<Picture> decode(Snapshot snapshot) {
    Location file = snapshot.location(Artifact.SOURCE);
    try {
      PngChunks chunks = PngChunks.read(snapshot);
      PngScanlines.requirePlausible(chunks.header(), chunks.imageData());
      Picture picture =
          switch (chunks.header().colorType()) {
            case INDEXED_COLOR -> indexed(chunks, file);
            case GREYSCALE, TRUECOLOR, GREYSCALE_WITH_ALPHA, TRUECOLOR_WITH_ALPHA ->
                truecolor(chunks);
          };
      return new Outcome.Accepted<>(picture, warnings(chunks));
    } catch (PngRefusal refusal) {
      return Outcome.refused(refusal.diagnostic());
    }
  }

  private static Picture truecolor(PngChunks chunks) throws PngRefusal {
    PngHeader header = chunks.header();
    PngColors colors = new PngColors(header, chunks.transparency());
    int[] argb = new int[header.widthPixels() * header.heightPixels()];
    forEachRow(
        chunks, (row, columns, first, step) -> colors.place(row, columns, argb, first, step));
    return new TruecolorPicture(header.widthPixels(), header.heightPixels(), argb);
  }

  private static Picture indexed(PngChunks chunks, Location file) throws PngRefusal {
    PngHeader header = chunks.header();
    byte[] indices = new byte[header.widthPixels() * header.heightPixels()];
    forEachRow(
        chunks,
        (row, columns, first, step) -> {
          for (int i = 0; i < columns; i++) {
            indices[first + i * step] = (byte) PngColors.sample(row, i, header.bitDepth());
          }
        });
    int[] palette = PngPalette.argb(chunks.palette().orElseThrow(), chunks.transparency());
    requireInPalette(indices, palette.length, header.widthPixels(), file);
    return new IndexedPicture(header.widthPixels(), header.heightPixels(), palette, indices);
  }

  /** Takes in the pixels of one row of one pass. */
  @FunctionalInterface
  private interface RowSink {
    /**
     * Takes them in.
     *
     * @param row samples from {@link PngScanlines#FIRST_BYTE} on
     * @param columns how many pixels it has
     * @param first the place of its first pixel in the picture
     * @param step from one pixel to the next
     */
    void accept(byte[] row, int columns, int first, int step);
  }

  private static void forEachRow(PngChunks chunks, RowSink sink) throws PngRefusal {
    PngHeader header = chunks.header();
    try (PngScanlines scanlines = new PngScanlines(header, chunks.imageData())) {
      for (PngPass pass : header.passes()) {
        int columns = pass.columns(header.widthPixels());
        // A pass without columns has no rows in the data, not even their filter bytes.
        int rows = columns == 0 ? 0 : pass.rows(header.heightPixels());
        scanlines.beginPass(header.rowBytes(columns));
        for (int i = 0; i < rows; i++) {
          int y = pass.firstRow() + i * pass.rowStep();
          int first = y * header.widthPixels() + pass.firstColumn();
          sink.accept(scanlines.next(), columns, first, pass.columnStep());
        }
      }
      scanlines.requireEnd();
    }
  }

  private static void requireInPalette(
      byte[] indices, int paletteSize, int widthPixels, Location file) throws PngRefusal {
    for (int i = 0; i < indices.length; i++) {
      int index = Byte.toUnsignedInt(indices[i]);
      if (index >= paletteSize) {
        PixelRectangle pixel = new PixelRectangle(i % widthPixels, i / widthPixels, 1, 1);
        throw new PngRefusal(
            Diagnostic.error(
                    DiagnosticCode.PNG_PALETTE_INDEX,
                    file.at(pixel),
                    "a pixel uses colour "
                        + index
                        + ", but the palette ends with colour "
                        + (paletteSize - 1))
                .found(String.valueOf(index))
                .supported("0 to " + (paletteSize - 1))
                .advice(PngRefusal.EXPORT_AGAIN));
      }
    }
  }

  private static List<Diagnostic> warnings(PngChunks chunks) {
    return chunks.animation().stream()
        .map(animation ->
            Diagnostic.warning(
                    DiagnosticCode.PNG_ANIMATION,
                    animation.location(),
                    "the picture is an animation (APNG): only its default image is used")
                .advice("to use all frames, export them side by side as one sheet"))
        .toList();
  }
}
