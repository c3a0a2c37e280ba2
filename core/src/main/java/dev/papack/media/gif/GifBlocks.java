package dev.papack.media.gif;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.Oddities;
import dev.papack.media.PictureSize;
import dev.papack.media.SourceBytes;
import dev.papack.source.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Goes through the blocks of a GIF without its pixels. The extensions of 89a are read in files of
 * 87a as well: programs write them there, and everything else shows them.
 */
final class GifBlocks {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;
  private static final int PLAIN_TEXT = 0x01;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int GRAPHIC_CONTROL_BYTES = 4;
  private static final int HAS_PALETTE = 0x80;
  private static final int IS_INTERLACED = 0x40;
  private static final int MS_PER_UNIT = 10;

  /** A code of 12 bits stands for fewer than 4,096 pixels, and shorter codes for far fewer. */
  private static final long MAX_PIXELS_PER_BYTE = 4096 * 8 / 12 + 1;

  private final SourceBytes bytes;
  private final List<GifFrame> frames = new ArrayList<>();
  private final Oddities findings = new Oddities(DiagnosticCode.GIF_ODD);
  private Optional<GifPalette> filePalette = Optional.empty();
  private Optional<int[]> commonPalette = Optional.empty();
  private boolean isPaletteCommon = true;
  private GifFrame.Control control = GifFrame.Control.NONE;
  private long pixels;

  private GifBlocks(SourceBytes bytes) {
    this.bytes = bytes;
  }

  /** Reads everything but pixels, up to the trailer. */
  static GifStructure read(SourceBytes bytes) throws DecodingRefusal, IOException {
    return new GifBlocks(bytes).read();
  }

  private GifStructure read() throws DecodingRefusal, IOException {
    PictureSize screen = screen();
    while (true) {
      long start = bytes.position();
      int block = bytes.u8("the list of its blocks");
      switch (block) {
        case EXTENSION -> extension();
        case IMAGE -> image(start, screen);
        case TRAILER -> {
          return finished(screen);
        }
        // Some programs end a block twice.
        case 0 -> findings.found(bytes.at(start), "a byte 0 between two blocks is ignored");
        default ->
            throw refusal(
                DiagnosticCode.GIF_BLOCK,
                start,
                String.format(Locale.ROOT, "here is the byte %02X, which begins no block", block));
      }
    }
  }

  private PictureSize screen() throws DecodingRefusal, IOException {
    bytes.skip(GifSignature.LENGTH_BYTES, "its signature");
    int width = bytes.u16("its header");
    int height = bytes.u16("its header");
    int flags = bytes.u8("its header");
    bytes.skip(2, "its header");
    if (width == 0 || height == 0) {
      throw refusal(
          DiagnosticCode.GIF_EMPTY,
          GifSignature.LENGTH_BYTES,
          "the header describes an empty picture, " + width + "x" + height);
    }
    if (Math.max(width, height) > Limits.PNG_SIDE_PIXELS) {
      throw limit(width, height, Limits.PNG_SIDE_PIXELS, "pixels a side");
    }
    if ((long) width * height > Limits.CANVAS_PIXELS) {
      throw limit(width, height, Limits.CANVAS_PIXELS, "pixels in all");
    }
    if ((flags & HAS_PALETTE) != 0) {
      filePalette = Optional.of(GifPalette.next(bytes, flags));
    }
    return new PictureSize(width, height);
  }

  private void extension() throws DecodingRefusal, IOException {
    long start = bytes.position();
    int label = bytes.u8("an extension");
    switch (label) {
      case GRAPHIC_CONTROL -> control = control(start);
      case PLAIN_TEXT -> {
        findings.found(bytes.at(start), "a text is not drawn, as no program draws it");
        control = GifFrame.Control.NONE;
      }
      default -> {}
    }
    skipBlocks("an extension");
  }

  private GifFrame.Control control(long start) throws DecodingRefusal, IOException {
    int size = bytes.u8("an extension");
    if (size != GRAPHIC_CONTROL_BYTES) {
      throw refusal(
          DiagnosticCode.GIF_BLOCK,
          start,
          "a graphic control extension has " + size + " bytes instead of 4");
    }
    int flags = bytes.u8("an extension");
    int duration = bytes.u16("an extension");
    int transparent = bytes.u8("an extension");
    return new GifFrame.Control(
        disposal(start, flags >> 2 & 7),
        duration * MS_PER_UNIT,
        (flags & 1) == 0 ? OptionalInt.empty() : OptionalInt.of(transparent));
  }

  private GifFrame.Disposal disposal(long start, int number) {
    return switch (number) {
      case 0, 1 -> GifFrame.Disposal.KEEP;
      case 2 -> GifFrame.Disposal.CLEAR;
      case 3 -> GifFrame.Disposal.RESTORE;
      default -> {
        findings.found(
            bytes.at(start), "the disposal method " + number + " is unknown: the frame stays");
        yield GifFrame.Disposal.KEEP;
      }
    };
  }

  /** Goes behind blocks with a length each, up to an empty one, and counts their bytes. */
  private long skipBlocks(String inside) throws DecodingRefusal, IOException {
    long total = 0;
    int length = bytes.u8(inside);
    while (length > 0) {
      bytes.skip(length, inside);
      total += length;
      length = bytes.u8(inside);
    }
    return total;
  }

  private void image(long start, PictureSize screen) throws DecodingRefusal, IOException {
    int number = frames.size();
    String inside = "frame " + number;
    GifFrame.Area area =
        new GifFrame.Area(
            bytes.u16(inside), bytes.u16(inside), bytes.u16(inside), bytes.u16(inside));
    requireWithinLimits(start, screen, area);
    int flags = bytes.u8(inside);
    Optional<GifPalette> own =
        (flags & HAS_PALETTE) == 0 ? Optional.empty() : Optional.of(GifPalette.next(bytes, flags));
    GifPalette palette = own.or(() -> filePalette).orElseThrow(() -> noPalette(start, number));
    comparePalettes(palette);
    GifFrame frame =
        new GifFrame(
            number,
            area,
            (flags & IS_INTERLACED) == 0
                ? GifFrame.RowOrder.FROM_THE_TOP
                : GifFrame.RowOrder.INTERLACED,
            palette,
            control,
            data(inside, area));
    if (area.x() + area.width() > screen.widthPixels()
        || area.y() + area.height() > screen.heightPixels()) {
      findings.found(
          bytes.at(start), inside + " goes beyond the screen: what is outside is not shown");
    }
    frames.add(frame);
    control = GifFrame.Control.NONE;
  }

  private GifFrame.Data data(String inside, GifFrame.Area area)
      throws DecodingRefusal, IOException {
    long start = bytes.position();
    int codeBits = bytes.u8(inside);
    if (codeBits < 1 || codeBits > Byte.SIZE) {
      throw refusal(
          DiagnosticCode.GIF_DATA,
          start,
          "the pixels of " + inside + " have " + codeBits + " bits; 1 to 8 are possible");
    }
    long position = bytes.position();
    long sizeBytes = skipBlocks(inside);
    if (sizeBytes * MAX_PIXELS_PER_BYTE < area.pixels()) {
      throw refusal(
          DiagnosticCode.GIF_DATA,
          start,
          inside
              + " has "
              + area.pixels()
              + " pixels, and only "
              + sizeBytes
              + " bytes of data, which are too few for them");
    }
    return new GifFrame.Data(position, sizeBytes, codeBits);
  }

  private void comparePalettes(GifPalette palette) throws DecodingRefusal, IOException {
    if (!isPaletteCommon || isSameAsLast(palette)) {
      return;
    }
    int[] colors = palette.argb(bytes);
    isPaletteCommon = commonPalette.map(common -> Arrays.equals(common, colors)).orElse(true);
    commonPalette = isPaletteCommon ? Optional.of(colors) : Optional.empty();
  }

  private boolean isSameAsLast(GifPalette palette) {
    return !frames.isEmpty() && frames.getLast().palette().equals(palette);
  }

  private void requireWithinLimits(long start, PictureSize screen, GifFrame.Area area)
      throws DecodingRefusal {
    if (frames.size() == Limits.FRAMES) {
      throw new DecodingRefusal(
          Diagnostic.error(
                  DiagnosticCode.GIF_LIMIT,
                  bytes.at(start),
                  "the GIF has more than " + Limits.FRAMES + " frames")
              .limit(String.valueOf(Limits.FRAMES))
              .advice("split the animation into several files"));
    }
    pixels += Math.max(screen.pixels(), area.pixels());
    if (pixels > Limits.PNG_PIXELS) {
      throw new DecodingRefusal(
          Diagnostic.error(
                  DiagnosticCode.GIF_LIMIT,
                  bytes.at(start),
                  "with frame "
                      + frames.size()
                      + " the GIF has "
                      + pixels
                      + " pixels; all its frames together may have "
                      + Limits.PNG_PIXELS)
              .found(String.valueOf(pixels))
              .limit(String.valueOf(Limits.PNG_PIXELS))
              .advice("split the animation into several files"));
    }
  }

  private GifStructure finished(PictureSize screen) throws DecodingRefusal {
    if (frames.isEmpty()) {
      throw refusal(DiagnosticCode.GIF_EMPTY, bytes.position() - 1, "the GIF has no frame");
    }
    List<Diagnostic> warnings = new ArrayList<>(findings.warnings());
    if (bytes.remaining() > 0) {
      String count = bytes.remaining() == 1 ? "1 byte" : bytes.remaining() + " bytes";
      warnings.add(
          Diagnostic.warning(
                  DiagnosticCode.GIF_TRAILING_BYTES,
                  bytes.at(bytes.position()),
                  (bytes.remaining() == 1 ? "there is " : "there are ")
                      + count
                      + " after the end of the GIF: ignored")
              .found(count)
              .supported("none")
              .advice(DecodingRefusal.EXPORT_AGAIN));
    }
    return new GifStructure(screen, frames, commonPalette, warnings);
  }

  private DecodingRefusal noPalette(long start, int number) {
    return refusal(
        DiagnosticCode.GIF_NO_PALETTE,
        start,
        "frame " + number + " has no palette, and the file has none for all frames");
  }

  private DecodingRefusal limit(int width, int height, int limit, String unit) {
    String size = width + "x" + height;
    return new DecodingRefusal(
        Diagnostic.error(
                DiagnosticCode.GIF_LIMIT,
                bytes.at(GifSignature.LENGTH_BYTES),
                "the picture has "
                    + size
                    + " pixels; at most "
                    + limit
                    + " "
                    + unit
                    + " are allowed")
            .found(size)
            .limit(String.valueOf(limit))
            .advice("split the picture into smaller ones and declare each as an asset"));
  }

  private DecodingRefusal refusal(DiagnosticCode code, long position, String message) {
    return new DecodingRefusal(
        Diagnostic.error(code, bytes.at(position), message).advice(DecodingRefusal.EXPORT_AGAIN));
  }
}
