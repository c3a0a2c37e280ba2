package dev.papack.media.flac;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.DecodingRefusal;
import dev.papack.media.SoundLoops;
import dev.papack.media.SourceBytes;
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
  private static final int LAST = 0x80;
  private static final String INSIDE = "its metadata";

  /** Copies the list. */
  FlacMetadata {
    oddities = List.copyOf(oddities);
  }

  static FlacMetadata read(FlacFaults faults, SourceReader file) throws FlacRefusal, IOException {
    try {
      return read(
          faults, file, new SourceBytes(file, faults.file(), DiagnosticCode.FLAC_TRUNCATED));
    } catch (DecodingRefusal refusal) {
      throw new IllegalStateException("nothing is read that is not inside the file", refusal);
    }
  }

  private static FlacMetadata read(FlacFaults faults, SourceReader file, SourceBytes bytes)
      throws FlacRefusal, DecodingRefusal, IOException {
    Optional<StreamInfo> info = Optional.empty();
    FlacComments comments = new FlacComments(faults.file());
    List<String> oddities = new ArrayList<>();
    long at = StreamInfo.SIGNATURE_BYTES;
    boolean isLast = false;
    while (!isLast) {
      long body = at + HEADER_BYTES;
      if (body > faults.fileBytes()) {
        throw faults.truncated();
      }
      bytes.seek(at);
      int head = bytes.u8(INSIDE);
      isLast = (head & LAST) != 0;
      int type = head & ~LAST;
      int length = (bytes.u8(INSIDE) << 16) | (bytes.u8(INSIDE) << 8) | bytes.u8(INSIDE);
      requireBlock(faults, at, type, body + length);
      if (type == STREAM_INFO) {
        if (info.isPresent() || length != StreamInfo.BYTES) {
          throw faults.metadata(
              at,
              info.isPresent()
                  ? "the block STREAMINFO comes a second time"
                  : "the block STREAMINFO has " + length + " bytes instead of " + StreamInfo.BYTES);
        }
        BitReader bits = new BitReader(faults, file);
        bits.seek(body);
        info = Optional.of(StreamInfo.read(bits));
        if (at > StreamInfo.SIGNATURE_BYTES) {
          oddities.add("the block STREAMINFO is not the first one");
        }
      } else if (type == COMMENTS) {
        comments.read(bytes, body, body + length);
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
