package dev.papack.media.flac;

import dev.papack.diagnostic.Location;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.LoopComments;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What comments say that matters: which speakers the channels are for, and which frames repeat.
 * Source: RFC 9639, 8.6. Comments that are damaged end where they are.
 */
final class FlacComments {
  private static final String SPEAKERS = "WAVEFORMATEXTENSIBLE_CHANNEL_MASK=0X";
  private static final String INSIDE = "its comments";

  private final LoopComments loops;
  private OptionalLong speakerMask = OptionalLong.empty();

  /** Nothing is said yet. */
  FlacComments(Location file) {
    this.loops = new LoopComments(file);
  }

  /** The channel mask of WAVEFORMATEXTENSIBLE, if a comment says it. */
  OptionalLong speakerMask() {
    return speakerMask;
  }

  LoopComments loops() {
    return loops;
  }

  /**
   * Reads a block, which is inside the file: the name of the program, then how many comments there
   * are, then each with its length.
   */
  void read(SourceBytes bytes, long fromBytes, long endBytes) throws DecodingRefusal, IOException {
    long at = fromBytes;
    if (at + Integer.BYTES > endBytes) {
      return;
    }
    bytes.seek(at);
    at += Integer.BYTES + bytes.u32(INSIDE);
    if (at + Integer.BYTES > endBytes) {
      return;
    }
    bytes.seek(at);
    long count = bytes.u32(INSIDE);
    at += Integer.BYTES;
    for (long i = 0; i < count && at + Integer.BYTES <= endBytes; i++) {
      bytes.seek(at);
      long length = bytes.u32(INSIDE);
      at += Integer.BYTES;
      if (length <= LoopComments.MAX_BYTES && at + length <= endBytes) {
        byte[] comment = new byte[(int) length];
        bytes.read(comment, comment.length, INSIDE);
        take(new String(comment, StandardCharsets.ISO_8859_1), at);
      }
      at += length;
    }
  }

  private void take(String comment, long offsetBytes) {
    loops.take(comment, offsetBytes);
    String upper = comment.toUpperCase(Locale.ROOT);
    if (speakerMask.isEmpty() && upper.startsWith(SPEAKERS)) {
      String digits = upper.substring(SPEAKERS.length());
      if (digits.matches("[0-9A-F]{1,8}")) {
        speakerMask = OptionalLong.of(Long.parseLong(digits, 16));
      }
    }
  }
}
