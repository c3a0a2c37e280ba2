package dev.papack.media.vorbis;

import dev.papack.media.SoundLoop;
import dev.papack.media.SoundLoops;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What comments say of loops: LOOPSTART and LOOPLENGTH or LOOPEND, in frames, as the tools of games
 * write them. Source: Vorbis I, 5. Comments that are damaged end where they are.
 */
final class VorbisComments {
  private static final String START = "LOOPSTART";
  private static final String LENGTH = "LOOPLENGTH";
  private static final String END = "LOOPEND";

  /** Longer comments are of something else. */
  private static final int MOST_BYTES = 64;

  private VorbisComments() {}

  /** The loop of the second header. */
  static SoundLoops loops(PacketBits bits) throws VorbisRefusal {
    VorbisSetup.requireName(bits, 3);
    skipBytes(bits, bits.read(32));
    long count = bits.read(32);
    Map<String, Long> numbers = new HashMap<>();
    for (long i = 0; i < count && !bits.isOver(); i++) {
      long length = bits.read(32);
      if (length > MOST_BYTES) {
        skipBytes(bits, length);
        continue;
      }
      byte[] comment = new byte[(int) length];
      for (int at = 0; at < length; at++) {
        comment[at] = (byte) bits.read(Byte.SIZE);
      }
      take(new String(comment, StandardCharsets.ISO_8859_1), numbers);
    }
    return loops(numbers);
  }

  private static void skipBytes(PacketBits bits, long count) {
    bits.skip((int) Math.min(count * Byte.SIZE, Integer.MAX_VALUE / 2));
  }

  private static void take(String comment, Map<String, Long> numbers) {
    int equals = comment.indexOf('=');
    if (equals > 0 && comment.substring(equals + 1).matches("[0-9]{1,15}")) {
      numbers.putIfAbsent(
          comment.substring(0, equals).toUpperCase(Locale.ROOT),
          Long.parseLong(comment.substring(equals + 1)));
    }
  }

  private static SoundLoops loops(Map<String, Long> numbers) {
    Optional<Long> start = Optional.ofNullable(numbers.get(START));
    Optional<Long> end =
        Optional.ofNullable(numbers.get(END))
            .or(() ->
                Optional.ofNullable(numbers.get(LENGTH)).map(length -> start.orElse(0L) + length));
    return start.isPresent() && end.isPresent()
        ? SoundLoops.of(Optional.of(new SoundLoop(start.get(), end.get() - 1, 0, 0)))
        : SoundLoops.NONE;
  }
}
