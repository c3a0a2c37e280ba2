package dev.papack.media.aseprite;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.PictureSize;
import dev.papack.media.SourceBytes;
import dev.papack.source.Limits;
import java.io.IOException;

/**
 * The first 128 bytes.
 *
 * @param frameCount 1 to 65,535
 * @param canvas within the limits
 * @param mode what pixels consist of
 * @param flags which fields of layers count
 * @param durationMs of frames that say none
 * @param transparentIndex of layers that are not the background; 0 unless indexed
 * @param paletteSize entries of the palette that is there before any is read, 1 to 65,535
 */
record AsepriteHeader(
    int frameCount,
    PictureSize canvas,
    ColorMode mode,
    long flags,
    int durationMs,
    int transparentIndex,
    int paletteSize) {
  static final int LENGTH_BYTES = 128;

  private static final int HAS_LAYER_OPACITY = 1;
  private static final int HAS_GROUP_OPACITY = 2;
  private static final int DEFAULT_PALETTE_SIZE = 256;
  private static final String INSIDE = "its header";

  static AsepriteHeader read(SourceBytes bytes) throws DecodingRefusal, IOException {
    bytes.skip(4, INSIDE);
    if (bytes.u16(INSIDE) != AsepriteSignature.FILE_MAGIC) {
      throw Faults.of(DiagnosticCode.ASEPRITE_HEADER, bytes.at(4), "the file is no document");
    }
    int frames = bytes.u16(INSIDE);
    int width = bytes.u16(INSIDE);
    int height = bytes.u16(INSIDE);
    int bits = bytes.u16(INSIDE);
    long flags = bytes.u32(INSIDE);
    int durationMs = bytes.u16(INSIDE);
    bytes.skip(8, INSIDE);
    int transparent = bytes.u8(INSIDE);
    bytes.skip(3, INSIDE);
    int colors = bytes.u16(INSIDE);
    bytes.skip(LENGTH_BYTES - bytes.position(), INSIDE);
    ColorMode mode =
        ColorMode.ofBits(bits)
            .orElseThrow(() ->
                Faults.of(
                    DiagnosticCode.ASEPRITE_HEADER,
                    bytes.at(12),
                    "a pixel has " + bits + " bits; 8, 16 and 32 are known"));
    requireSize(bytes, frames, width, height);
    return new AsepriteHeader(
        frames,
        new PictureSize(width, height),
        mode,
        flags,
        durationMs,
        mode == ColorMode.INDEXED ? transparent : 0,
        colors == 0 ? DEFAULT_PALETTE_SIZE : colors);
  }

  private static void requireSize(SourceBytes bytes, int frames, int width, int height)
      throws DecodingRefusal {
    if (frames == 0 || width == 0 || height == 0) {
      throw Faults.of(
          DiagnosticCode.ASEPRITE_HEADER,
          bytes.at(6),
          "the header describes " + frames + " frames of " + width + "x" + height + " pixels");
    }
    String size = width + "x" + height;
    if (Math.max(width, height) > Limits.PNG_SIDE_PIXELS) {
      throw Faults.limit(
          bytes.at(8), "the canvas has " + size + " pixels", size, Limits.PNG_SIDE_PIXELS);
    }
    if ((long) width * height > Limits.CANVAS_PIXELS) {
      throw Faults.limit(
          bytes.at(8), "the canvas has " + size + " pixels", size, Limits.CANVAS_PIXELS);
    }
  }

  /** Whether the opacity of a layer counts. */
  boolean hasLayerOpacity() {
    return (flags & HAS_LAYER_OPACITY) != 0;
  }

  /** Whether opacity and blend mode of a group count. */
  boolean hasGroupOpacity() {
    return (flags & HAS_GROUP_OPACITY) != 0;
  }
}
