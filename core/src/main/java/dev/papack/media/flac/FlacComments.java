package dev.papack.media.flac;

import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What comments say that matters to samples: which speakers the channels are for. Source: RFC 9639,
 * 8.6.2. Comments that are damaged end where they are.
 */
final class FlacComments {
  private static final String SPEAKERS = "WAVEFORMATEXTENSIBLE_CHANNEL_MASK=0X";

  /** Longer comments are of something else. */
  private static final int MOST_BYTES = SPEAKERS.length() + 8;

  private FlacComments() {}

  /** The channel mask of WAVEFORMATEXTENSIBLE, if a comment says it. */
  static OptionalLong speakerMask(SourceReader file, long fromBytes, long endBytes)
      throws IOException {
    long at = fromBytes;
    // The name of the program, then how many comments there are, then each with its length.
    OptionalLong vendorBytes = number(file, at, endBytes);
    if (vendorBytes.isEmpty()) {
      return OptionalLong.empty();
    }
    at += Integer.BYTES + vendorBytes.getAsLong() + Integer.BYTES;
    OptionalLong length = number(file, at, endBytes);
    while (length.isPresent()) {
      at += Integer.BYTES;
      OptionalLong mask = mask(file, at, Math.min(at + length.getAsLong(), endBytes));
      if (mask.isPresent()) {
        return mask;
      }
      at += length.getAsLong();
      length = number(file, at, endBytes);
    }
    return OptionalLong.empty();
  }

  private static OptionalLong number(SourceReader file, long at, long endBytes) throws IOException {
    if (at + Integer.BYTES > endBytes) {
      return OptionalLong.empty();
    }
    byte[] number = new byte[Integer.BYTES];
    file.read(at, number, 0, number.length);
    return OptionalLong.of(
        Integer.toUnsignedLong(ByteBuffer.wrap(number).order(ByteOrder.LITTLE_ENDIAN).getInt()));
  }

  private static OptionalLong mask(SourceReader file, long from, long to) throws IOException {
    if (to - from > MOST_BYTES || to - from <= SPEAKERS.length()) {
      return OptionalLong.empty();
    }
    byte[] comment = new byte[(int) (to - from)];
    file.read(from, comment, 0, comment.length);
    String text = new String(comment, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
    String digits = text.substring(SPEAKERS.length());
    return text.startsWith(SPEAKERS) && digits.matches("[0-9A-F]{1,8}")
        ? OptionalLong.of(Long.parseLong(digits, 16))
        : OptionalLong.empty();
  }
}
