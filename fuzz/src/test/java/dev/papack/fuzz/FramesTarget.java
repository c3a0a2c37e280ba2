package dev.papack.fuzz;

import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Animation;
import dev.papack.media.DecodedPicture;
import dev.papack.media.Extent;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Picture;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureFormat;
import dev.papack.media.PixelRule;
import dev.papack.media.aseprite.Aseprite;
import dev.papack.media.gif.Gif;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * GIF and Aseprite: what is accepted has as many frames as was said before it was decoded, every
 * pixel can be read, and reads the same a second time.
 */
final class FramesTarget {
  private static final int HEADER_BYTES = 128;
  private static final int CEL = 0x2005;
  private static final int TO_PIXELS = 26;

  /** Enough for all that a small file can say; more would only be slow. */
  private static final int MAX_PIXELS = 1 << 14;

  private FramesTarget() {}

  static void checkGif(byte[] input) throws IOException {
    check(Gif.FORMAT, input);
  }

  /** Chance makes no deflated stream, so cels are also taken for pixels yet to be deflated. */
  static void checkAseprite(byte[] input) throws IOException {
    check(Aseprite.FORMAT, input);
    check(Aseprite.FORMAT, deflated(input));
  }

  private static void check(PictureFormat format, byte[] input) throws IOException {
    SourceContent content = SourceContent.of("x", input);
    Extent extent = extent(format, content);
    if (extent.pictures().stream().mapToLong(size -> size.pixels()).sum() > MAX_PIXELS) {
      return;
    }
    Optional<DecodedPicture> decoded =
        Results.accepted(format.decode(content, PixelRule.STRICT, PictureChoice.EVERYTHING));
    if (decoded.isPresent()) {
      Animation animation = decoded.get().animation().orElseThrow();
      Results.require(
          animation.frameCount() == extent.pictures().size(), "frames are counted before");
      requireReadable(decoded.get().picture());
    }
  }

  private static Extent extent(PictureFormat format, SourceContent content) throws IOException {
    try (SourceReader reader = content.open()) {
      return format.extentOf(reader);
    }
  }

  private static void requireReadable(Picture picture) throws IOException {
    PixelRectangle whole = new PixelRectangle(0, 0, picture.widthPixels(), picture.heightPixels());
    int[] argb = picture.argb(List.of(whole)).getFirst();
    int[] again = new int[argb.length];
    picture.each((y, x, step, row, count) -> {
      for (int i = 0; i < count; i++) {
        again[y * picture.widthPixels() + x + i * step] = row[i];
      }
    });
    Results.require(Arrays.equals(argb, again), "pixels are the same a second time");
    if (picture instanceof IndexedPicture indexed) {
      for (int y = 0; y < indexed.heightPixels(); y++) {
        for (int x = 0; x < indexed.widthPixels(); x++) {
          Results.require(indexed.index(x, y) < indexed.paletteSize(), "indices are entries");
        }
      }
    }
  }

  /** The chunks of the first frame as far as their lengths lead, cels with deflated pixels. */
  private static byte[] deflated(byte[] input) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
    if (input.length < HEADER_BYTES + 16) {
      return input;
    }
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    int chunks = 0;
    int at = HEADER_BYTES + 16;
    while (input.length - at >= 6) {
      int size = Math.clamp(from.getInt(at), 6, input.length - at);
      byte[] chunk = Arrays.copyOfRange(input, at, at + size);
      if ((from.getShort(at + 4) & 0xFFFF) == CEL && size > TO_PIXELS) {
        byte[] packed = deflate(Arrays.copyOfRange(chunk, TO_PIXELS, size));
        chunk = Arrays.copyOf(chunk, TO_PIXELS + packed.length);
        System.arraycopy(packed, 0, chunk, TO_PIXELS, packed.length);
      }
      ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).putInt(0, chunk.length);
      to.writeBytes(chunk);
      chunks++;
      at += size;
    }
    byte[] head = Arrays.copyOf(input, HEADER_BYTES + 16);
    ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(6, (short) 1);
    header.putInt(HEADER_BYTES, 16 + to.size());
    header.putShort(HEADER_BYTES + 6, (short) chunks);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head);
    whole.writeBytes(to.toByteArray());
    return whole.toByteArray();
  }

  private static byte[] deflate(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      stream.write(data);
    }
    return out.toByteArray();
  }
}
