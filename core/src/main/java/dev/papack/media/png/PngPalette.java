package dev.papack.media.png;

import dev.papack.diagnostic.DiagnosticCode;
import java.util.Optional;

/** The rules for PLTE and tRNS, and the colours that they name together. */
final class PngPalette {
  private static final int ENTRY_BYTES = 3;
  private static final int MAX_ENTRIES = 256;
  private static final int OPAQUE = 0xFF;

  private PngPalette() {}

  /** Refuses a PLTE that the picture's colour type has no use for, or of a wrong length. */
  static void requireValid(PngHeader header, PngChunk palette) throws PngRefusal {
    int maxEntries =
        switch (header.colorType()) {
          case INDEXED_COLOR -> 1 << header.bitDepth();
          case TRUECOLOR, TRUECOLOR_WITH_ALPHA -> MAX_ENTRIES;
          case GREYSCALE, GREYSCALE_WITH_ALPHA ->
              throw new PngRefusal(
                  PngChunkOrder.orderError(palette, "gives a palette to a grey picture"));
        };
    if (palette.lengthBytes() % ENTRY_BYTES != 0) {
      throw new PngRefusal(
          palette.error(
              DiagnosticCode.PNG_CHUNK_CONTENT,
              "the palette, PLTE, has "
                  + palette.lengthBytes()
                  + " bytes, which is not a multiple of three"));
    }
    int entryCount = entryCount(palette);
    if (entryCount < 1 || entryCount > maxEntries) {
      throw new PngRefusal(
          palette
              .error(
                  DiagnosticCode.PNG_CHUNK_CONTENT,
                  "the palette, PLTE, has "
                      + entryCount
                      + " entries; in this picture it may have 1 to "
                      + maxEntries)
              .found(String.valueOf(entryCount))
              .supported("1 to " + maxEntries));
    }
  }

  /** Refuses a tRNS that the picture's colour type has no use for, or of a wrong length. */
  static void requireValidTransparency(
      PngHeader header, Optional<PngChunk> palette, PngChunk transparency) throws PngRefusal {
    switch (header.colorType()) {
      case GREYSCALE -> requireLength(transparency, Short.BYTES);
      case TRUECOLOR -> requireLength(transparency, 3 * Short.BYTES);
      case INDEXED_COLOR -> {
        if (palette.isEmpty()) {
          throw new PngRefusal(
              PngChunkOrder.orderError(
                  transparency, "comes before the palette, PLTE, but must come after" + " it"));
        }
        int entryCount = entryCount(palette.get());
        if (transparency.lengthBytes() > entryCount) {
          throw new PngRefusal(
              transparency.error(
                  DiagnosticCode.PNG_CHUNK_CONTENT,
                  "the transparency, tRNS, has "
                      + transparency.lengthBytes()
                      + " entries for a palette of "
                      + entryCount));
        }
      }
      case GREYSCALE_WITH_ALPHA, TRUECOLOR_WITH_ALPHA ->
          throw new PngRefusal(
              PngChunkOrder.orderError(
                  transparency, "gives transparency to a picture that already has alpha"));
    }
  }

  /** The palette as {@code 0xAARRGGBB}; entries that tRNS does not reach are opaque. */
  static int[] argb(PngChunk palette, Optional<PngChunk> transparency) {
    int[] argb = new int[entryCount(palette)];
    int alphaCount = transparency.map(PngChunk::lengthBytes).orElse(0);
    for (int i = 0; i < argb.length; i++) {
      int alpha = i < alphaCount ? transparency.orElseThrow().unsignedByte(i) : OPAQUE;
      int red = palette.unsignedByte(ENTRY_BYTES * i);
      int green = palette.unsignedByte(ENTRY_BYTES * i + 1);
      int blue = palette.unsignedByte(ENTRY_BYTES * i + 2);
      argb[i] = alpha << 24 | red << 16 | green << 8 | blue;
    }
    return argb;
  }

  private static int entryCount(PngChunk palette) {
    return palette.lengthBytes() / ENTRY_BYTES;
  }

  private static void requireLength(PngChunk transparency, int lengthBytes) throws PngRefusal {
    if (transparency.lengthBytes() != lengthBytes) {
      throw new PngRefusal(
          transparency.error(
              DiagnosticCode.PNG_CHUNK_CONTENT,
              "the transparent colour, tRNS, has "
                  + transparency.lengthBytes()
                  + " bytes instead of "
                  + lengthBytes));
    }
  }
}
