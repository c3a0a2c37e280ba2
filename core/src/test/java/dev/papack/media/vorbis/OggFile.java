package dev.papack.media.vorbis;

import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.formats.MediaFormats;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files of Ogg Vorbis for tests, and their pages. */
public final class OggFile {
  private OggFile() {}

  /** A file that {@code scripts/sound-references} left here. */
  public static byte[] of(String name) {
    try (InputStream file =
        Objects.requireNonNull(OggFile.class.getResourceAsStream("references/" + name), name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decodes what should be a sound, as a build does. */
  public static Outcome<Sound> decode(byte[] file) {
    try {
      return MediaFormats.SUPPORTED.sound(SourceContent.of("a.ogg", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the page behind a page begins. */
  static int next(byte[] file, int page) {
    int segments = Byte.toUnsignedInt(file[page + 26]);
    int end = page + 27 + segments;
    for (int i = 0; i < segments; i++) {
      end += Byte.toUnsignedInt(file[page + 27 + i]);
    }
    return end;
  }

  /** The same with one more packet before those of a page. */
  static byte[] withPacket(byte[] file, int page, byte[] packet) {
    int segments = Byte.toUnsignedInt(file[page + 26]);
    byte[] longer = new byte[file.length + 1 + packet.length];
    System.arraycopy(file, 0, longer, 0, page + 27);
    longer[page + 26] = (byte) (segments + 1);
    longer[page + 27] = (byte) packet.length;
    System.arraycopy(file, page + 27, longer, page + 28, segments);
    System.arraycopy(packet, 0, longer, page + 28 + segments, packet.length);
    System.arraycopy(
        file,
        page + 27 + segments,
        longer,
        page + 28 + segments + packet.length,
        file.length - page - 27 - segments);
    return withChecksums(longer);
  }

  /** The same pages with right checksums; what is no page any more stays as it is. */
  static byte[] withChecksums(byte[] file) {
    byte[] right = file.clone();
    int page = 0;
    while (page + 27 <= right.length && page + 27 + (right[page + 26] & 0xFF) <= right.length) {
      int end = Math.min(next(right, page), right.length);
      for (int i = 22; i < 26; i++) {
        right[page + i] = 0;
      }
      int crc = 0;
      for (int i = page; i < end; i++) {
        crc ^= right[i] << 24;
        for (int bit = 0; bit < 8; bit++) {
          crc = crc < 0 ? (crc << 1) ^ 0x04C1_1DB7 : crc << 1;
        }
      }
      for (int i = 0; i < 4; i++) {
        right[page + 22 + i] = (byte) (crc >> (8 * i));
      }
      page = end;
    }
    return right;
  }
}
