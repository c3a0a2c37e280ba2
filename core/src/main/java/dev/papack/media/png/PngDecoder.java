package dev.papack.media.png;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Extent;
import dev.papack.media.IndexedPicture;
import dev.papack.media.MemoryFormula;
import dev.papack.media.Picture;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import dev.papack.media.PixelSink;
import dev.papack.media.TruecolorPicture;
import dev.papack.source.Limits;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes PNG (third edition). In what decides pixels it is strict: a file that breaks a rule of
 * the specification there is refused, even where its pixels could be guessed. The first fault in
 * reading order is the one reported: what follows it cannot be trusted. Chunks that decide no pixel
 * and are doubled or in a wrong place, and bytes after the end, are warnings.
 *
 * <ul>
 *   <li>Colour type 3 becomes an {@link IndexedPicture}, all others a {@link TruecolorPicture}.
 *   <li>Samples of 16 bits become 8 by {@code (v*255 + 32767) / 65535}; a transparent colour (tRNS)
 *       is compared before that.
 *   <li>Gamma, profiles, backgrounds, text and the like change nothing. Their checksum is checked;
 *       compressed ones are never inflated.
 *   <li>Of an animation the default image is taken, with a warning if there is more to see.
 * </ul>
 *
 * <p>Memory: 2.2 bytes a pixel, 1 with a palette ({@link #extentOf}). Time is proportional to the
 * file's size and the pixels declared, of which there are at most 1,032 * 8 for each byte of the
 * file.
 */
public final class PngDecoder {
  /** Two pieces of the file, the inflater, and 512 bytes for each of 10,000 chunks at most. */
  private static final long FIXED_BYTES = 2 << 20;

  /** What {@link #extentOf} computes. */
  static final MemoryFormula MEMORY =
      new MemoryFormula(
          "PNG picture",
          "17/8 bytes a pixel, or 1 with a palette; 32 bytes for each pixel of a row; 2 MiB",
          17L * Limits.PNG_PIXELS / 8 + 32L * Limits.PNG_SIDE_PIXELS + FIXED_BYTES);

  private final SourceContent content;
  private final PixelRule rule;
  private final Location file;

  private PngDecoder(SourceContent content, PixelRule rule) {
    this.content = content;
    this.rule = rule;
    this.file = content.location(Artifact.SOURCE);
  }

  /**
   * The picture in a file.
   *
   * @param content untrusted bytes
   * @param rule which pixels are opaque
   * @return the picture, or the one fault, with its place in bytes or pixels
   * @throws IOException if the bytes can no longer be read
   */
  public static Outcome<Picture> decode(SourceContent content, PixelRule rule) throws IOException {
    return new PngDecoder(content, rule).decode();
  }

  /**
   * How large the picture is, as its header says, and how much memory decoding takes at most: 17/8
   * bytes a pixel, or 1 with a palette; four rows at full depth; and a constant.
   *
   * @param head the beginning of a file
   */
  static Extent extentOf(ByteBuffer head) {
    return PngHeader.peek(head)
        .map(PngDecoder::extentOf)
        .orElseGet(() -> new Extent(FIXED_BYTES, List.of()));
  }

  private static Extent extentOf(PngHeader header) {
    PictureSize size = new PictureSize(header.widthPixels(), header.heightPixels());
    return new Extent(
        FIXED_BYTES
            + size.pixels() * header.keptBits() / Byte.SIZE
            + 4L * Long.BYTES * header.widthPixels(),
        List.of(size));
  }

  private Outcome<Picture> decode() throws IOException {
    try (SourceReader bytes = content.open()) {
      PngChunks chunks = PngChunks.read(content, bytes);
      PngScanlines.requirePlausible(chunks.header(), chunks.imageData());
      Picture picture =
          switch (chunks.header().colorType()) {
            case INDEXED_COLOR -> indexed(chunks, bytes);
            case GREYSCALE, TRUECOLOR, GREYSCALE_WITH_ALPHA, TRUECOLOR_WITH_ALPHA ->
                truecolor(chunks, bytes);
          };
      return new Outcome.Accepted<>(picture, warnings(chunks));
    } catch (PngRefusal refusal) {
      return Outcome.refused(refusal.diagnostic());
    }
  }

  private Picture truecolor(PngChunks chunks, SourceReader bytes) throws PngRefusal, IOException {
    PngHeader header = chunks.header();
    TruecolorPicture.Decoding picture =
        new TruecolorPicture.Decoding(header.widthPixels(), header.heightPixels(), rule);
    decodePixels(chunks, bytes, picture);
    return picture.finish(sink -> decodeAgain(chunks, sink));
  }

  private static void decodePixels(PngChunks chunks, SourceReader bytes, PixelSink sink)
      throws PngRefusal, IOException {
    PngColors colors = new PngColors(chunks.header(), chunks.transparency());
    int[] argb = new int[chunks.header().widthPixels()];
    forEachRow(
        chunks,
        bytes,
        (row, columns, y, x, step) -> {
          colors.convert(row, columns, argb);
          sink.accept(y, x, step, argb, columns);
        });
  }

  private void decodeAgain(PngChunks chunks, PixelSink sink) throws IOException {
    try (SourceReader bytes = content.open()) {
      decodePixels(chunks, bytes, sink);
    } catch (PngRefusal refusal) {
      throw new IllegalStateException("the same bytes were accepted before", refusal);
    }
  }

  private Picture indexed(PngChunks chunks, SourceReader bytes) throws PngRefusal, IOException {
    PngHeader header = chunks.header();
    IndexedPicture.Decoding picture =
        new IndexedPicture.Decoding(header.widthPixels(), header.heightPixels());
    forEachRow(
        chunks,
        bytes,
        (row, columns, y, x, step) -> {
          for (int i = 0; i < columns; i++) {
            picture.accept(x + i * step, y, PngColors.sample(row, i, header.bitDepth()));
          }
        });
    int[] palette = PngPalette.argb(chunks.palette().orElseThrow(), chunks.transparency());
    requireInPalette(picture, palette.length, header);
    return picture.finish(palette, rule);
  }

  /** Takes in the pixels of one row of one pass. */
  @FunctionalInterface
  private interface RowSink {
    /**
     * Takes them in.
     *
     * @param row samples from {@link PngScanlines#FIRST_BYTE} on
     * @param columns how many pixels it has
     * @param y the row of the picture
     * @param x the column of its first pixel
     * @param step from the column of one pixel to that of the next
     */
    void accept(byte[] row, int columns, int y, int x, int step);
  }

  private static void forEachRow(PngChunks chunks, SourceReader bytes, RowSink sink)
      throws PngRefusal, IOException {
    PngHeader header = chunks.header();
    try (PngScanlines scanlines = new PngScanlines(bytes, header, chunks.imageData())) {
      for (PngPass pass : header.passes()) {
        int columns = pass.columns(header.widthPixels());
        // A pass without columns has no rows in the data, not even their filter bytes.
        int rows = columns == 0 ? 0 : pass.rows(header.heightPixels());
        scanlines.beginPass(header.rowBytes(columns));
        for (int i = 0; i < rows; i++) {
          int y = pass.firstRow() + i * pass.rowStep();
          sink.accept(scanlines.next(), columns, y, pass.firstColumn(), pass.columnStep());
        }
      }
      scanlines.requireEnd();
    }
  }

  private void requireInPalette(IndexedPicture.Decoding picture, int paletteSize, PngHeader header)
      throws PngRefusal {
    if (paletteSize == 1 << header.bitDepth()) {
      return;
    }
    for (int y = 0; y < header.heightPixels(); y++) {
      for (int x = 0; x < header.widthPixels(); x++) {
        int index = picture.index(x, y);
        if (index >= paletteSize) {
          throw new PngRefusal(
              Diagnostic.error(
                      DiagnosticCode.PNG_PALETTE_INDEX,
                      file.at(new PixelRectangle(x, y, 1, 1)),
                      "a pixel uses colour "
                          + index
                          + ", but the palette ends with colour "
                          + (paletteSize - 1)
                          + "; some editors write the transparent colour in this way")
                  .found(String.valueOf(index))
                  .supported("0 to " + (paletteSize - 1))
                  .advice(
                      "in the program that made it, choose a transparent colour that the palette"
                          + " has, and export the picture again"));
        }
      }
    }
  }

  private static List<Diagnostic> warnings(PngChunks chunks) {
    List<Diagnostic> warnings = new ArrayList<>(chunks.warnings());
    chunks
        .animation()
        .ifPresent(animation ->
            warnings.add(
                Diagnostic.warning(
                        DiagnosticCode.PNG_ANIMATION,
                        animation.location(),
                        "the picture is an animation (APNG): only its default image is used")
                    .advice("to use all frames, export them side by side as one sheet")));
    return warnings;
  }
}
