package dev.papack.inspect;

import dev.papack.container.SoundsMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Writes a SOUNDS slice as a WAV file: 16-bit PCM, bit by bit the slice, with a {@code smpl} chunk
 * for a loop. Decoding and encoding the file with empty settings gives the same bank.
 */
public final class WavWriter {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final int FORMAT_BYTES = 16;
  private static final int SAMPLER_BYTES = 36 + 24;
  private static final long MAX_RIFF_BYTES = 0xFFFF_FFFFL;

  private static final int MIDDLE_C = 60;

  private final SoundsMetadata metadata;

  private WavWriter(SoundsMetadata metadata) {
    this.metadata = metadata;
  }

  /**
   * Plans a file, so that a refusal comes before the first byte.
   *
   * @param pack the path of the pack, for messages
   * @param metadata the numbers of the slice
   * @return a writer, unless the file would be longer than the 4 GiB that its format can count
   */
  public static Outcome<WavWriter> of(String pack, SoundsMetadata metadata) {
    WavWriter writer = new WavWriter(metadata);
    long riffBytes = writer.sizeBytes() - CHUNK_HEADER_BYTES;
    if (riffBytes <= MAX_RIFF_BYTES) {
      return Outcome.of(writer);
    }
    return Outcome.refused(
        Diagnostic.error(
                DiagnosticCode.WAV_LIMIT,
                Location.of(Artifact.PACK, pack),
                "a WAV file of "
                    + metadata.frameCount()
                    + " frames would need "
                    + riffBytes
                    + " bytes; the format allows "
                    + MAX_RIFF_BYTES)
            .found(riffBytes + " bytes")
            .limit(MAX_RIFF_BYTES + " bytes")
            .advice("split the sound into several assets, then build again"));
  }

  /** The length of the file. */
  public long sizeBytes() {
    return RIFF_HEADER_BYTES
        + (CHUNK_HEADER_BYTES + FORMAT_BYTES)
        + (CHUNK_HEADER_BYTES + metadata.sliceBytes())
        + (metadata.loop().isPresent() ? CHUNK_HEADER_BYTES + SAMPLER_BYTES : 0);
  }

  /** The bytes of a slice; {@code slice::writeTo} of the pack's reader is one. */
  @FunctionalInterface
  public interface SliceContent {
    /**
     * Writes all of them, as many as the slice's numbers say.
     *
     * @param out left open
     * @throws IOException if they cannot be read or written
     */
    void writeTo(WritableByteChannel out) throws IOException;
  }

  /**
   * Writes the file and leaves the stream open. Memory is what the slice needs for a piece.
   *
   * @param slice the samples
   * @param out where to
   * @throws IOException as either of them does
   */
  public void write(SliceContent slice, OutputStream out) throws IOException {
    out.write(header());
    slice.writeTo(Channels.newChannel(out));
    if (metadata.loop().isPresent()) {
      out.write(sampler(metadata.loop().get()));
    }
  }

  private byte[] header() {
    int frameBytes = metadata.channels() * Short.BYTES;
    byte[] bytes = new byte[RIFF_HEADER_BYTES + 2 * CHUNK_HEADER_BYTES + FORMAT_BYTES];
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    put(header, "RIFF").putInt((int) (sizeBytes() - CHUNK_HEADER_BYTES));
    put(header, "WAVE");
    put(header, "fmt ").putInt(FORMAT_BYTES);
    header.putShort((short) 1).putShort((short) metadata.channels());
    header.putInt(metadata.sampleRateHz()).putInt(metadata.sampleRateHz() * frameBytes);
    header.putShort((short) frameBytes).putShort((short) Short.SIZE);
    put(header, "data").putInt((int) metadata.sliceBytes());
    return bytes;
  }

  private byte[] sampler(SoundsMetadata.Loop loop) {
    byte[] bytes = new byte[CHUNK_HEADER_BYTES + SAMPLER_BYTES];
    ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    put(chunk, "smpl").putInt(SAMPLER_BYTES);
    int noManufacturer = 0;
    int noProduct = 0;
    int nanosecondsPerFrame =
        (1_000_000_000 + metadata.sampleRateHz() / 2) / metadata.sampleRateHz();
    chunk.putInt(noManufacturer).putInt(noProduct).putInt(nanosecondsPerFrame);
    int noDetune = 0;
    int noSmpteFormat = 0;
    int noSmpteOffset = 0;
    chunk.putInt(MIDDLE_C).putInt(noDetune).putInt(noSmpteFormat).putInt(noSmpteOffset);
    int loopCount = 1;
    int samplerDataBytes = 0;
    chunk.putInt(loopCount).putInt(samplerDataBytes);
    int cuePoint = 0;
    int forward = 0;
    int noFraction = 0;
    int endless = 0;
    chunk.putInt(cuePoint).putInt(forward);
    chunk.putInt((int) loop.start()).putInt((int) (loop.end() - 1));
    chunk.putInt(noFraction).putInt(endless);
    return bytes;
  }

  private static ByteBuffer put(ByteBuffer bytes, String fourCc) {
    return bytes.put(fourCc.getBytes(StandardCharsets.US_ASCII));
  }
}
