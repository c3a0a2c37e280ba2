package dev.papack.media.gif;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Animation;
import dev.papack.media.DecodedPicture;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.Extent;
import dev.papack.media.IndexedPicture;
import dev.papack.media.MemoryFormula;
import dev.papack.media.Oddities;
import dev.papack.media.Picture;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import dev.papack.media.PixelSink;
import dev.papack.media.SourceBytes;
import dev.papack.media.TruecolorPicture;
import dev.papack.source.Limits;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Decodes GIF (89a, and 87a with its extensions) to the pictures that an animation shows one after
 * the other. A file in which pixels are in doubt is refused, with the first fault in reading order:
 * blocks first, then pixels. What changes no pixel is a warning.
 *
 * <ul>
 *   <li>Where no frame has drawn yet, and where one was removed (disposal 2), the screen is
 *       transparent, as every viewer shows it; the background colour of the header is not used.
 *   <li>What is outside of the screen is not shown. The screen does not grow.
 *   <li>If all frames have the same palette and agree on what is transparent, it becomes an {@link
 *       IndexedPicture}, whose palette is in the order of the file; if pixels are transparent and
 *       the file has no index for them, they get an entry behind the last. Otherwise it becomes a
 *       {@link TruecolorPicture}.
 *   <li>Durations are those of the file; how often it is repeated is not kept.
 * </ul>
 *
 * <p>Memory: {@link #MEMORY}. Time is proportional to the size of the file and to the pixels of all
 * frames.
 */
public final class GifDecoder {
  /** Two pieces of the file, and the tables that decompress. */
  private static final long FIXED_BYTES = 1 << 20;

  private static final long FRAME_BYTES = 512;

  /** What {@link #extentOf} computes. */
  static final MemoryFormula MEMORY =
      new MemoryFormula(
          "GIF picture",
          "17/8 bytes a pixel of all frames; 4 bytes a pixel of the screen, 8 if a frame is undone; "
              + FRAME_BYTES
              + " bytes a frame; 1 MiB",
          17L * Limits.PNG_PIXELS / 8
              + 8L * Limits.CANVAS_PIXELS
              + FRAME_BYTES * Limits.FRAMES
              + FIXED_BYTES);

  private static final int TRANSPARENT_ARGB = 0;
  private static final int NO_INDEX = 0x01_000003;
  private static final int MAX_ENTRIES = 256;

  private final SourceContent content;
  private final PixelRule rule;
  private final Location file;

  private GifDecoder(SourceContent content, PixelRule rule) {
    this.content = content;
    this.rule = rule;
    this.file = content.location(Artifact.SOURCE);
  }

  /**
   * The frames of a file, one below the other.
   *
   * @param content untrusted bytes
   * @param rule which pixels are opaque
   * @return the picture with its frames, or the one fault, with its place in bytes or pixels
   * @throws IOException if the bytes can no longer be read
   */
  public static Outcome<DecodedPicture> decode(SourceContent content, PixelRule rule)
      throws IOException {
    return new GifDecoder(content, rule).decode();
  }

  /** Goes through all blocks: how many frames there are is said nowhere. */
  static Extent extentOf(SourceReader reader) throws IOException {
    if (GifSignature.isWhole(reader.head())) {
      try {
        return extentOf(GifBlocks.read(bytes(reader, Location.of(Artifact.SOURCE, ""))));
      } catch (DecodingRefusal refusal) {
        // The decoder says why.
      }
    }
    return new Extent(FIXED_BYTES, List.of());
  }

  private static SourceBytes bytes(SourceReader reader, Location file) {
    return new SourceBytes(reader, file, DiagnosticCode.GIF_TRUNCATED);
  }

  private static Extent extentOf(GifStructure gif) {
    int frames = gif.frames().size();
    return new Extent(
        17 * gif.screen().pixels() * frames / 8
            + gif.screen().pixels() * (gif.isAnyRestored() ? 8 : 4)
            + FRAME_BYTES * frames
            + FIXED_BYTES,
        Collections.nCopies(frames, gif.screen()));
  }

  private Outcome<DecodedPicture> decode() throws IOException {
    try (SourceReader reader = content.open()) {
      requireSignature();
      SourceBytes bytes = bytes(reader, file);
      GifStructure gif = GifBlocks.read(bytes);
      Oddities findings = new Oddities(DiagnosticCode.GIF_ODD);
      Picture picture = picture(gif, bytes, findings);
      List<Diagnostic> warnings = new ArrayList<>(gif.warnings());
      warnings.addAll(findings.warnings());
      return new Outcome.Accepted<>(DecodedPicture.animated(picture, animation(gif)), warnings);
    } catch (DecodingRefusal refusal) {
      return Outcome.refused(refusal.diagnostic());
    }
  }

  private void requireSignature() throws DecodingRefusal {
    if (GifSignature.isWhole(content.head().bytes())) {
      return;
    }
    throw new DecodingRefusal(
        switch (GifSignature.likenessOf(content.head().bytes())) {
          case OWN ->
              Diagnostic.error(
                      DiagnosticCode.GIF_BLOCK,
                      file.atByte(0),
                      "the GIF is of an unknown version, or its signature is damaged")
                  .supported("GIF87a and GIF89a")
                  .advice(DecodingRefusal.COPY_AGAIN);
          case AKIN ->
              Diagnostic.error(
                      DiagnosticCode.GIF_TRUNCATED,
                      file.atByte(content.sizeBytes()),
                      "the GIF ends inside its signature: part of the file is missing")
                  .advice(DecodingRefusal.COPY_AGAIN);
          case OTHER ->
              Diagnostic.error(
                      DiagnosticCode.MEDIA_UNKNOWN, file.atByte(0), "the file is not a GIF")
                  .supported("GIF")
                  .advice(DecodingRefusal.EXPORT_AGAIN);
        });
  }

  private static Animation animation(GifStructure gif) {
    return new Animation(
        gif.screen(),
        gif.frames().stream().map(frame -> frame.control().durationMs()).toList(),
        List.of(),
        List.of());
  }

  private Picture picture(GifStructure gif, SourceBytes bytes, Oddities findings)
      throws DecodingRefusal, IOException {
    Optional<CommonIndices> indices = CommonIndices.of(gif);
    if (indices.isPresent()) {
      Optional<Picture> indexed = indexed(gif, bytes, indices.get(), findings);
      if (indexed.isPresent()) {
        return indexed.get();
      }
    }
    return truecolor(gif, bytes, findings);
  }

  /** Empty if a frame shows what is transparent in another, or there is no index left. */
  private Optional<Picture> indexed(
      GifStructure gif, SourceBytes bytes, CommonIndices indices, Oddities findings)
      throws DecodingRefusal, IOException {
    PictureSize screen = gif.screen();
    IndexedPicture.Decoding picture =
        new IndexedPicture.Decoding(
            screen.widthPixels(), screen.heightPixels() * gif.frames().size());
    GifCanvas canvas = new GifCanvas(screen, NO_INDEX);
    boolean[] isClearUsed = {false};
    Oddities odd =
        GifDrawing.draw(
            gif,
            bytes,
            canvas,
            indices::values,
            (_, _) -> {},
            (y, row) -> {
              for (int x = 0; x < row.length; x++) {
                int index = row[x];
                if (index == NO_INDEX) {
                  isClearUsed[0] = true;
                  index = indices.transparent();
                }
                picture.accept(x, y, index);
              }
            });
    boolean isFull = indices.transparent() >= MAX_ENTRIES;
    if (canvas.refused().isPresent() || (isClearUsed[0] && isFull)) {
      return Optional.empty();
    }
    findings.addAll(odd);
    return Optional.of(picture.finish(indices.entries(isClearUsed[0]), rule));
  }

  private Picture truecolor(GifStructure gif, SourceBytes bytes, Oddities findings)
      throws DecodingRefusal, IOException {
    PictureSize screen = gif.screen();
    TruecolorPicture.Decoding picture =
        new TruecolorPicture.Decoding(
            screen.widthPixels(), screen.heightPixels() * gif.frames().size(), rule);
    findings.addAll(drawColors(gif, bytes, picture));
    return picture.finish(sink -> drawAgain(gif, sink));
  }

  private Oddities drawColors(GifStructure gif, SourceBytes bytes, PixelSink sink)
      throws DecodingRefusal, IOException {
    int width = gif.screen().widthPixels();
    return GifDrawing.draw(
        gif,
        bytes,
        new GifCanvas(gif.screen(), TRANSPARENT_ARGB),
        frame -> colors(frame, bytes),
        this::refuse,
        (y, row) -> sink.accept(y, 0, 1, row, width));
  }

  private static int[] colors(GifFrame frame, SourceBytes bytes)
      throws DecodingRefusal, IOException {
    int[] palette = frame.palette().argb(bytes);
    int[] colors = new int[MAX_ENTRIES];
    Arrays.setAll(colors, index -> index < palette.length ? palette[index] : GifCanvas.REFUSED);
    frame
        .control()
        .transparentIndex()
        .ifPresent(transparent -> colors[transparent] = GifCanvas.SKIPPED);
    return colors;
  }

  private void drawAgain(GifStructure gif, PixelSink sink) throws IOException {
    try (SourceReader reader = content.open()) {
      Oddities _ = drawColors(gif, bytes(reader, file), sink);
    } catch (DecodingRefusal refusal) {
      throw new IllegalStateException("the same bytes were accepted before", refusal);
    }
  }

  private void refuse(GifFrame frame, GifCanvas.Refused pixel) throws DecodingRefusal {
    int highest = frame.palette().size() - 1;
    throw new DecodingRefusal(
        Diagnostic.error(
                DiagnosticCode.GIF_PALETTE_INDEX,
                file.at(new PixelRectangle(pixel.x(), pixel.y(), 1, 1)),
                "a pixel of frame "
                    + frame.number()
                    + " uses colour "
                    + pixel.index()
                    + ", but the palette ends with colour "
                    + highest)
            .found(String.valueOf(pixel.index()))
            .supported("0 to " + highest)
            .advice(DecodingRefusal.EXPORT_AGAIN));
  }
}
