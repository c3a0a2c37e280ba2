package dev.papack.media.formats;

import dev.papack.media.Mark;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A kind of file that papack does not decode and knows by its first bytes, for messages alone.
 *
 * @param mark where it is known by
 * @param noun what it is called, with its article: {@code a JPEG picture}
 */
record Stranger(Mark mark, String noun) {
  Stranger(int offsetBytes, String latin1, String noun) {
    this(new Mark(offsetBytes, latin1), noun);
  }

  /** What a file is called, if one of some strangers is known to be like it; the first decides. */
  static Optional<String> nounOf(List<Stranger> strangers, ByteBuffer file) {
    return strangers.stream()
        .filter(stranger -> stranger.mark().isIn(file))
        .map(Stranger::noun)
        .findFirst();
  }
}
