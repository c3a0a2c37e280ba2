package dev.papack.media.wav;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The chunks of a WAV file, one after the other.
 *
 * <p>What puts the samples in doubt is refused: bytes before {@code data} that are no chunk, and
 * {@code data} that is cut. What only concerns something else is a warning: the length of the file
 * as it says itself, pad bytes, and whatever is behind {@code data}.
 *
 * <p>A program that streams does not know how long a sound becomes, and leaves a length of 0 or one
 * that cannot be. Then the sound goes to the end of the file ({@link StreamedLengths}).
 */
final class RiffChunks {
  private final WavFaults faults;
  private final SourceReader bytes;
  private final WavContainer container;
  private final ChunkHeaders headers;
  private final WavFindings findings;
  private final StreamedLengths lengths;

  /** Where the file says that it ends. */
  private final long saidEndBytes;

  /** The length of {@code data} that RF64 says elsewhere. */
  private Optional<Long> longDataBytes = Optional.empty();

  private long offsetBytes;

  /** Where the last chunk ends, without its pad bytes. */
  private long lastEndBytes;

  /** Whether the sound goes to the end of the file, whatever the file says of its length. */
  private boolean isStreamed;

  private Reading reading = Reading.BEFORE_DATA;

  /** What has been found so far. */
  private enum Reading {
    BEFORE_DATA,
    BEHIND_DATA,
    /** Behind the end that the file says, where one whole chunk follows the other. */
    BEHIND_END,
    NOTHING_MORE
  }

  /** Judges the header of the file. */
  RiffChunks(SourceContent content, SourceReader bytes, WavFindings findings)
      throws WavRefusal, IOException {
    this.faults = new WavFaults(content.location(Artifact.SOURCE), bytes.sizeBytes());
    this.bytes = bytes;
    this.findings = findings;
    ByteBuffer head = content.head().bytes();
    WavContainer named =
        WavContainer.of(head).filter(one -> one.isOfSound(head)).orElseThrow(() -> faults.noWav());
    if (bytes.sizeBytes() < named.headerBytes()) {
      throw faults.truncated(named.headerBytes());
    }
    container = inTruth(named);
    headers = new ChunkHeaders(file(), container, bytes);
    offsetBytes = container.headerBytes();
    lastEndBytes = offsetBytes;
    long wholeBytes = headers.wholeBytes();
    if (container.hasLongSizes() && wholeBytes == ChunkHeaders.ELSEWHERE) {
      wholeBytes = readLongSizes();
    }
    lengths = new StreamedLengths(container, wholeBytes);
    saidEndBytes = container.chunkHeaderBytes() + wholeBytes;
  }

  /** Some programs write RIFX with lengths, and samples, that are little-endian. */
  private WavContainer inTruth(WavContainer named) throws IOException {
    if (named == WavContainer.RIFX
        && !isFirstWhole(named)
        && isFirstWhole(WavContainer.LITTLE_ENDIAN_RIFX)) {
      findings.add(faults.littleEndian());
      return WavContainer.LITTLE_ENDIAN_RIFX;
    }
    return named;
  }

  private boolean isFirstWhole(WavContainer as) throws IOException {
    ChunkHeaders read = new ChunkHeaders(file(), as, bytes);
    return read.at(as.headerBytes()).filter(read::isWhole).isPresent();
  }

  /** The chunk of RF64 that has the lengths; it comes first. */
  private long readLongSizes() throws WavRefusal, IOException {
    RiffChunk sizes =
        headers
            .at(offsetBytes)
            .filter(chunk -> chunk.id().equals(RiffChunk.LONG_SIZES))
            .filter(chunk -> chunk.sizeBytes() >= 2 * Long.BYTES && headers.isWhole(chunk))
            .orElseThrow(() -> faults.noLongSizes(offsetBytes));
    longDataBytes = Optional.of(ChunkHeaders.limited(sizes.s64(Long.BYTES), 0));
    return ChunkHeaders.limited(sizes.s64(0), 0);
  }

  /** The file as a whole, for faults that are nowhere in particular. */
  Location file() {
    return faults.file();
  }

  /**
   * The next chunk.
   *
   * @param frameBytes the length of a frame, as far as it is known; else 0
   * @return empty after the last one
   */
  Optional<RiffChunk> next(int frameBytes) throws WavRefusal, IOException {
    if (reading == Reading.NOTHING_MORE || offsetBytes >= bytes.sizeBytes()) {
      return end();
    }
    if (reading == Reading.BEHIND_DATA && offsetBytes >= saidEndBytes) {
      if (!headers.areWholeFrom(offsetBytes)) {
        findings.add(faults.trailing(offsetBytes));
        return endEarly();
      }
      reading = Reading.BEHIND_END;
    }
    Optional<RiffChunk> found = headers.at(offsetBytes);
    if (found.isEmpty()) {
      return noChunk();
    }
    RiffChunk chunk = found.get();
    if (reading == Reading.BEFORE_DATA && chunk.id().equals(RiffChunk.DATA)) {
      chunk = data(chunk, frameBytes);
      reading = Reading.BEHIND_DATA;
    } else if (!headers.isWhole(chunk)) {
      return cut(chunk);
    }
    advance(chunk);
    return Optional.of(chunk);
  }

  private Optional<RiffChunk> noChunk() throws WavRefusal, IOException {
    if (reading != Reading.BEFORE_DATA) {
      findings.add(faults.stray(offsetBytes));
      return endEarly();
    }
    long left = bytes.sizeBytes() - offsetBytes;
    if (left >= container.chunkHeaderBytes()) {
      throw faults.noName(offsetBytes, headers.loaded(offsetBytes, 4));
    }
    throw saidEndBytes > bytes.sizeBytes() && !lengths.isWholeUnknown()
        ? faults.truncated(saidEndBytes)
        : faults.tooFew(offsetBytes, left);
  }

  private Optional<RiffChunk> cut(RiffChunk chunk) throws WavRefusal, IOException {
    if (reading == Reading.BEFORE_DATA) {
      throw faults.truncated(chunk.endBytes());
    }
    if (chunk.id().equals(RiffChunk.DATA)) {
      throw faults.twice(chunk);
    }
    findings.add(faults.cut(chunk, offsetBytes));
    return endEarly();
  }

  private RiffChunk data(RiffChunk said, int frameBytes) throws WavRefusal, IOException {
    RiffChunk chunk =
        said.sizeBytes() == ChunkHeaders.ELSEWHERE && longDataBytes.isPresent()
            ? said.ofSize(longDataBytes.get())
            : said;
    long leftBytes = bytes.sizeBytes() - chunk.bodyOffsetBytes();
    if (lengths.goToTheEnd(chunk, headers)) {
      if (leftBytes > 0) {
        isStreamed = true;
        findings.add(faults.streamed(chunk, leftBytes));
      }
      return chunk.ofSize(leftBytes);
    }
    // A pad byte that is counted and not there: all that is missing is no sample.
    if (chunk.sizeBytes() == leftBytes + 1
        && leftBytes % 2 == 1
        && frameBytes > 1
        && leftBytes % frameBytes == 0) {
      findings.add(faults.countedPad(chunk));
      return chunk.ofSize(leftBytes);
    }
    if (!headers.isWhole(chunk)) {
      throw faults.truncated(chunk.endBytes());
    }
    return chunk;
  }

  private void advance(RiffChunk chunk) throws WavRefusal, IOException {
    lastEndBytes = chunk.endBytes();
    offsetBytes = headers.nextBytes(chunk);
    int padBytes = headers.padBytes(chunk);
    int thereBytes = (int) Math.min(padBytes, bytes.sizeBytes() - lastEndBytes);
    byte[] pad = headers.loaded(lastEndBytes, thereBytes);
    for (int i = 0; i < thereBytes; i++) {
      if (pad[i] != 0) {
        advanceOverWrong(chunk, pad[i]);
        return;
      }
    }
  }

  /** Where the next chunk may begin at either of two places, with a pad byte between them. */
  private void advanceOverWrong(RiffChunk chunk, byte found) throws WavRefusal, IOException {
    boolean isLast = offsetBytes >= bytes.sizeBytes();
    boolean goesOnAtOnce = headers.goOnAt(lastEndBytes);
    boolean goesOnBehind = isLast || headers.goOnAt(offsetBytes);
    if (goesOnAtOnce == goesOnBehind && reading == Reading.BEFORE_DATA) {
      throw faults.padInDoubt(chunk, found);
    }
    findings.add(goesOnAtOnce ? faults.noPad(chunk) : faults.wrongPad(chunk, found));
    if (goesOnAtOnce) {
      offsetBytes = lastEndBytes;
    }
  }

  private Optional<RiffChunk> endEarly() throws WavRefusal {
    // What was just said explains a length that does not fit.
    reading = Reading.NOTHING_MORE;
    offsetBytes = bytes.sizeBytes();
    return Optional.empty();
  }

  private Optional<RiffChunk> end() {
    if (reading != Reading.NOTHING_MORE) {
      reading = Reading.NOTHING_MORE;
      int alignment = container.alignmentBytes();
      long paddedEndBytes = Math.ceilDiv(lastEndBytes, alignment) * (long) alignment;
      if ((saidEndBytes < lastEndBytes || saidEndBytes > paddedEndBytes) && !isStreamed) {
        findings.add(faults.wrongLength(saidEndBytes));
      }
    }
    return Optional.empty();
  }
}
