package dev.papack.media.png;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.source.Limits;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The content of IHDR, within the limits.
 *
 * @param widthPixels 1 to {@link Limits#PNG_SIDE_PIXELS}
 * @param heightPixels 1 to {@link Limits#PNG_SIDE_PIXELS}; the product is at most {@link
 *     Limits#PNG_PIXELS}
 * @param bitDepth bits per sample, or per index, that the colour type allows
 * @param colorType what a pixel consists of
 * @param passes the order of the rows: {@link PngPass#WHOLE} or {@link PngPass#ADAM7}
 */
record PngHeader(
    int widthPixels, int heightPixels, int bitDepth, PngColorType colorType, List<PngPass> passes) {
  private static final int LENGTH_BYTES = 13;

  /** Copies the list. */
  PngHeader {
    passes = List.copyOf(passes);
  }

  static PngHeader parse(PngChunk chunk) throws PngRefusal {
    if (chunk.lengthBytes() != LENGTH_BYTES) {
      throw new PngRefusal(
          content(chunk, "has " + chunk.lengthBytes() + " bytes of data instead of 13"));
    }
    long widthPixels = Integer.toUnsignedLong(chunk.data().getInt(0));
    long heightPixels = Integer.toUnsignedLong(chunk.data().getInt(4));
    requireSize(chunk, widthPixels, heightPixels);
    int bitDepth = chunk.unsignedByte(8);
    int colorTypeNumber = chunk.unsignedByte(9);
    PngColorType colorType =
        PngColorType.find(colorTypeNumber)
            .orElseThrow(() ->
                new PngRefusal(content(chunk, "has the unknown colour type " + colorTypeNumber)));
    if (!colorType.allows(bitDepth)) {
      throw new PngRefusal(
          content(
              chunk,
              "gives colour type "
                  + colorTypeNumber
                  + " a bit depth of "
                  + bitDepth
                  + ", which it does not allow"));
    }
    if (chunk.unsignedByte(10) != 0) {
      throw new PngRefusal(
          content(chunk, "has the unknown compression method " + chunk.unsignedByte(10)));
    }
    if (chunk.unsignedByte(11) != 0) {
      throw new PngRefusal(
          content(chunk, "has the unknown filter method " + chunk.unsignedByte(11)));
    }
    List<PngPass> passes =
        switch (chunk.unsignedByte(12)) {
          case 0 -> PngPass.WHOLE;
          case 1 -> PngPass.ADAM7;
          default ->
              throw new PngRefusal(
                  content(chunk, "has the unknown interlace method " + chunk.unsignedByte(12)));
        };
    return new PngHeader((int) widthPixels, (int) heightPixels, bitDepth, colorType, passes);
  }

  /**
   * The header at the beginning of a file, if it is one that the decoder accepts; its checksum is
   * not judged.
   */
  static Optional<PngHeader> peek(ByteBuffer head) {
    int start = PngSignature.LENGTH_BYTES + Integer.BYTES;
    if (head.limit() < start + Integer.BYTES + LENGTH_BYTES) {
      return Optional.empty();
    }
    ByteBuffer data = head.slice(start + Integer.BYTES, LENGTH_BYTES);
    try {
      return Optional.of(
          parse(new PngChunk("IHDR", LENGTH_BYTES, data, start, Location.of(Artifact.SOURCE, ""))));
    } catch (PngRefusal refusal) {
      return Optional.empty();
    }
  }

  private static void requireSize(PngChunk chunk, long widthPixels, long heightPixels)
      throws PngRefusal {
    if (widthPixels == 0 || heightPixels == 0) {
      throw new PngRefusal(
          content(chunk, "describes an empty picture, " + widthPixels + "x" + heightPixels));
    }
    long sidePixels = Math.max(widthPixels, heightPixels);
    if (sidePixels > Limits.PNG_SIDE_PIXELS) {
      throw new PngRefusal(
          limit(chunk, widthPixels, heightPixels, Limits.PNG_SIDE_PIXELS, "pixels a side"));
    }
    if (widthPixels * heightPixels > Limits.PNG_PIXELS) {
      throw new PngRefusal(
          limit(chunk, widthPixels, heightPixels, Limits.PNG_PIXELS, "pixels in all"));
    }
  }

  private static Diagnostic limit(
      PngChunk chunk, long widthPixels, long heightPixels, int limit, String unit) {
    String size = widthPixels + "x" + heightPixels;
    return Diagnostic.error(
            DiagnosticCode.PNG_LIMIT,
            chunk.location(),
            "the picture has " + size + " pixels; at most " + limit + " " + unit + " are allowed")
        .found(size)
        .limit(String.valueOf(limit))
        .advice("split the picture into smaller ones and declare each as an asset");
  }

  private static Diagnostic content(PngChunk chunk, String fault) {
    return chunk.error(DiagnosticCode.PNG_CHUNK_CONTENT, "the header, IHDR, " + fault);
  }

  private int bitsPerPixel() {
    return colorType.samplesPerPixel() * bitDepth;
  }

  /** How many bits are kept of a pixel. */
  int keptBits() {
    return colorType == PngColorType.INDEXED_COLOR ? Byte.SIZE : Short.SIZE + 1;
  }

  /** How many bytes a row of so many pixels has, without its filter byte. */
  int rowBytes(int columns) {
    return (columns * bitsPerPixel() + Byte.SIZE - 1) / Byte.SIZE;
  }

  /** How many bytes back the filters look for the pixel to the left; at least 1. */
  int filterDistanceBytes() {
    return Math.max(1, bitsPerPixel() / Byte.SIZE);
  }

  /** What the picture's data must inflate to, exactly: all rows of all passes. */
  long inflatedBytes() {
    long total = 0;
    for (PngPass pass : passes) {
      int columns = pass.columns(widthPixels);
      if (columns > 0) {
        total += (long) pass.rows(heightPixels) * (1 + rowBytes(columns));
      }
    }
    return total;
  }
}
