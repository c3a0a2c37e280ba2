package dev.papack.media.flac;

import dev.papack.media.SoundLoops;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The blocks before the frames. Source: RFC 9639, 8. Only STREAMINFO, and what comments say of
 * speakers and of a loop, matters; other blocks are skipped, whatever is in them.
 *
 * @param info what STREAMINFO says
 * @param speakerMask of WAVEFORMATEXTENSIBLE; empty if nothing is said
 * @param loops what comments say of them
 * @param oddities in words
 * @param endBytes where frames begin
 */
record FlacMetadata(
    StreamInfo info,
    OptionalLong speakerMask,
    SoundLoops loops,
    List<String> oddities,
    long endBytes) {
  private static final int STREAM_INFO = 0;
  private static final int COMMENTS = 4;
  private static final int INVALID = 127;
  private static final int HEADER_BYTES = 4;

  /** Copies the list. */
  FlacMetadata {
    oddities = List.copyOf(oddities);
  }

  static FlacMetadata read(FlacFaults faults, SourceReader file) throws FlacRefusal, IOException {
    BitReader bits = new BitReader(faults, file);
    Optional<StreamInfo> info = Optional.empty();
    FlacComments comments = new FlacComments(faults.file());
    List<String> oddities = new ArrayList<>();
    long at = StreamInfo.SIGNATURE_BYTES;
    boolean isLast = false;
    while (!isLast) {
      bits.seek(at);
      isLast = bits.read(1) == 1;
      int type = (int) bits.read(7);
      long length = bits.read(24);
      bits.requireInside();
      long body = at + HEADER_BYTES;
      requireBlock(faults, at, type, body + length);
      if (type == STREAM_INFO) {
        if (info.isPresent() || length != StreamInfo.BYTES) {
          throw faults.metadata(
              at,
              info.isPresent()
                  ? "the block STREAMINFO comes a second time"
                  : "the block STREAMINFO has " + length + " bytes instead of " + StreamInfo.BYTES);
        }
        info = Optional.of(StreamInfo.read(bits));
        if (at > StreamInfo.SIGNATURE_BYTES) {
          oddities.add("the block STREAMINFO is not the first one");
        }
      } else if (type == COMMENTS) {
        comments.read(file, faults.file(), body, body + length);
      }
      at = body + length;
    }
    long end = at;
    return new FlacMetadata(
        info.orElseThrow(() -> faults.metadata(end, "the file has no block STREAMINFO")),
        comments.speakerMask(),
        comments.loops().loops(),
        oddities,
        end);
  }

  private static void requireBlock(FlacFaults faults, long at, int type, long endBytes)
      throws FlacRefusal {
    if (type == INVALID) {
      throw faults.metadata(at, "here a block of metadata should begin, and there is none");
    }
    if (endBytes > faults.fileBytes()) {
      throw faults.metadata(
          at,
          "a block of metadata goes to byte "
              + endBytes
              + ", and the file has "
              + faults.fileBytes()
              + " bytes");
    }
  }
}
