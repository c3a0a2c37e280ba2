package dev.papack.media.aseprite;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.Extent;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Likeness;
import dev.papack.media.MemoryFormula;
import dev.papack.media.Picture;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import dev.papack.media.PixelSink;
import dev.papack.media.SourceBytes;
import dev.papack.media.TruecolorPicture;
import dev.papack.source.Limits;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Decodes Aseprite's documents (its file specification, {@code docs/ase-file-specs.md}) to what
 * Aseprite exports: of each frame the visible layers, flattened. Blend modes, opacities and z-index
 * are computed as the program computes them, groups are not composed on their own. What it would
 * draw and we do not is refused, with the layer and the frame.
 *
 * <ul>
 *   <li>Indexed documents become an {@link IndexedPicture}, in the order of their palette, if it is
 *       the same in all frames. The transparent index is transparent, unless the background is
 *       shown. All other documents become a {@link TruecolorPicture}.
 *   <li>Colour profiles and the shape of pixels change nothing.
 *   <li>Every inflated byte is covered by the checksum of its stream.
 * </ul>
 *
 * <p>Memory: {@link #MEMORY}. Time is proportional to the size of the file and to the pixels of the
 * cels of all frames.
 */
public final class AsepriteDecoder {
  /** Pieces of the file, the inflater, rows. */
  private static final long FIXED_BYTES = 2 << 20;

  private static final long FRAME_BYTES = 256;
  private static final long CEL_BYTES = 256;
  private static final long LAYER_BYTES = 256;
  private static final long NAMED_BYTES = 256;

  /** What {@link #extentOf} computes. */
  static final MemoryFormula MEMORY =
      new MemoryFormula(
          "Aseprite document",
          "17/8 bytes a pixel of all frames, or 1 if it is indexed; 4 bytes a pixel of the canvas"
              + " and of tilesets; 256 bytes a frame, cel, layer, tag, slice and key; 4 bytes a"
              + " byte of names; 2 MiB",
          17L * Limits.PNG_PIXELS / 8
              + 4L * Limits.CANVAS_PIXELS
              + 4L * SpriteLimits.TILESET_PIXELS
              + FRAME_BYTES * 0xFFFF
              + CEL_BYTES * SpriteLimits.CELS
              + LAYER_BYTES * SpriteLimits.LAYERS
              + NAMED_BYTES * SpriteLimits.NAMED
              + 4L * SpriteLimits.NAME_BYTES
              + FIXED_BYTES);

  private static final int RGB = 0xFFFFFF;

  private final SourceContent content;
  private final PixelRule rule;
  private final PictureChoice choice;
  private final Location file;

  private AsepriteDecoder(SourceContent content, PixelRule rule, PictureChoice choice) {
    this.content = content;
    this.rule = rule;
    this.choice = choice;
    this.file = content.location(Artifact.SOURCE);
  }

  /**
   * The frames of a document, one below the other.
   *
   * @param content untrusted bytes
   * @param rule which pixels are opaque
   * @param choice which layers are shown, and which frames are taken
   * @return the picture with its frames, or the one fault, with its place
   * @throws IOException if the bytes can no longer be read
   */
  public static Outcome<DecodedPicture> decode(
      SourceContent content, PixelRule rule, PictureChoice choice) throws IOException {
    return new AsepriteDecoder(content, rule, choice).decode();
  }

  /** Goes through all chunks: what there is besides frames is said nowhere else. */
  static Extent extentOf(SourceReader reader) throws IOException {
    if (AsepriteSignature.likenessOf(reader.head()) == Likeness.OWN) {
      try {
        return extentOf(SpriteReader.read(bytes(reader, Location.of(Artifact.SOURCE, ""))));
      } catch (DecodingRefusal refusal) {
        // The decoder says why.
      }
    }
    return new Extent(FIXED_BYTES, List.of());
  }

  private static Extent extentOf(Sprite sprite) {
    AsepriteHeader header = sprite.header();
    long pixels = header.canvas().pixels();
    // No tag takes more than can be taken.
    int frames = (int) Math.min(header.frameCount(), Limits.PNG_PIXELS / pixels);
    int eighths = header.mode() == ColorMode.INDEXED && hasOnePalette(sprite) ? 8 : 17;
    return new Extent(
        eighths * pixels * frames / 8
            + 4 * pixels
            + 4 * sprite.tilesetPixels()
            + FRAME_BYTES * header.frameCount()
            + CEL_BYTES * sprite.celCount()
            + LAYER_BYTES * sprite.layers().size()
            + NAMED_BYTES * sprite.namedCount()
            + 4 * sprite.nameBytes()
            + FIXED_BYTES,
        Collections.nCopies(frames, header.canvas()));
  }

  private static boolean hasOnePalette(Sprite sprite) {
    return sprite.palettes().keySet().stream().allMatch(frame -> frame == 0);
  }

  private static SourceBytes bytes(SourceReader reader, Location file) {
    return new SourceBytes(reader, file, DiagnosticCode.ASEPRITE_TRUNCATED);
  }

  private Outcome<DecodedPicture> decode() throws IOException {
    if (AsepriteSignature.likenessOf(content.head().bytes()) == Likeness.OTHER) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.MEDIA_UNKNOWN,
                  file.atByte(0),
                  "the file is not an Aseprite document")
              .supported("Aseprite")
              .advice(DecodingRefusal.EXPORT_AGAIN));
    }
    try (SourceReader reader = content.open()) {
      SourceBytes bytes = bytes(reader, file);
      Sprite sprite = SpriteReader.read(bytes);
      LayerOrder order = LayerOrder.of(sprite, choice.layers(), bytes);
      TakenFrames taken = TakenFrames.of(sprite, choice.tag(), bytes);
      return new Outcome.Accepted<>(
          DecodedPicture.animated(picture(sprite, order, taken, bytes), taken.animation(sprite)),
          sprite.warnings());
    } catch (DecodingRefusal refusal) {
      return Outcome.refused(refusal.diagnostic());
    }
  }

  private Picture picture(Sprite sprite, LayerOrder order, TakenFrames taken, SourceBytes bytes)
      throws DecodingRefusal, IOException {
    if (sprite.header().mode() == ColorMode.INDEXED) {
      Optional<Palette> palette = onePalette(sprite, taken, bytes);
      if (palette.isPresent()) {
        return indexed(sprite, order, taken, bytes, palette.get());
      }
    }
    PictureSize canvas = sprite.header().canvas();
    TruecolorPicture.Decoding picture =
        new TruecolorPicture.Decoding(
            canvas.widthPixels(), canvas.heightPixels() * taken.count(), rule);
    drawColors(sprite, order, taken, bytes, picture);
    return picture.finish(sink -> drawAgain(sprite, order, taken, sink));
  }

  private void drawAgain(Sprite sprite, LayerOrder order, TakenFrames taken, PixelSink sink)
      throws IOException {
    try (SourceReader reader = content.open()) {
      drawColors(sprite, order, taken, bytes(reader, file), sink);
    } catch (DecodingRefusal refusal) {
      throw new IllegalStateException("the same bytes were accepted before", refusal);
    }
  }

  /** Takes a row of the canvas with the palette of its frame; the array is the canvas's own. */
  @FunctionalInterface
  private interface RowSink {
    void accept(int y, int[] row, Palette palette);
  }

  private static void draw(
      Sprite sprite, LayerOrder order, TakenFrames taken, SourceBytes bytes, RowSink sink)
      throws DecodingRefusal, IOException {
    Drawing drawing = new Drawing(sprite, bytes, order);
    int height = sprite.header().canvas().heightPixels();
    Palette palette = Palette.ofSize(sprite.header().paletteSize());
    for (int frame = 0; frame <= taken.last(); frame++) {
      for (PaletteChange change : sprite.palettes().getOrDefault(frame, List.of())) {
        palette = palette.after(change, bytes);
      }
      if (frame >= taken.first()) {
        Canvas canvas = drawing.frame(frame, palette);
        for (int y = 0; y < height; y++) {
          sink.accept((frame - taken.first()) * height + y, canvas.row(y), palette);
        }
      }
    }
  }

  private static void drawColors(
      Sprite sprite, LayerOrder order, TakenFrames taken, SourceBytes bytes, PixelSink sink)
      throws DecodingRefusal, IOException {
    int width = sprite.header().canvas().widthPixels();
    if (sprite.header().mode() != ColorMode.INDEXED) {
      draw(sprite, order, taken, bytes, (y, row, _) -> sink.accept(y, 0, 1, row, width));
      return;
    }
    int[] argb = new int[width];
    draw(
        sprite,
        order,
        taken,
        bytes,
        (y, row, palette) -> {
          int[] colors = colors(sprite, order, palette);
          Arrays.setAll(argb, x -> colors[row[x]]);
          sink.accept(y, 0, 1, argb, width);
        });
  }

  /** The colours of a palette, with the transparent index as it is shown. */
  private static int[] colors(Sprite sprite, LayerOrder order, Palette palette) {
    int transparent = sprite.header().transparentIndex();
    int[] argb = palette.argb();
    int[] colors = Arrays.copyOf(argb, Math.max(argb.length, transparent + 1));
    if (!order.isBackgroundShown()) {
      colors[transparent] &= RGB;
    }
    return colors;
  }

  /** The palette of all frames that are taken, if it is one. */
  private static Optional<Palette> onePalette(Sprite sprite, TakenFrames taken, SourceBytes bytes)
      throws DecodingRefusal, IOException {
    Palette palette = Palette.ofSize(sprite.header().paletteSize());
    for (int frame = 0; frame <= taken.last(); frame++) {
      Palette before = palette;
      for (PaletteChange change : sprite.palettes().getOrDefault(frame, List.of())) {
        palette = palette.after(change, bytes);
      }
      if (frame > taken.first() && !palette.hasColorsOf(before)) {
        return Optional.empty();
      }
    }
    return Optional.of(palette);
  }

  private Picture indexed(
      Sprite sprite, LayerOrder order, TakenFrames taken, SourceBytes bytes, Palette palette)
      throws DecodingRefusal, IOException {
    PictureSize canvas = sprite.header().canvas();
    IndexedPicture.Decoding picture =
        new IndexedPicture.Decoding(canvas.widthPixels(), canvas.heightPixels() * taken.count());
    draw(
        sprite,
        order,
        taken,
        bytes,
        (y, row, _) -> {
          for (int x = 0; x < row.length; x++) {
            picture.accept(x, y, row[x]);
          }
        });
    return picture.finish(colors(sprite, order, palette), rule);
  }
}
