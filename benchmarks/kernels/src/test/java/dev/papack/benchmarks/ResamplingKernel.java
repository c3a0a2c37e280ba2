package dev.papack.benchmarks;

import dev.papack.asset.SoundsSettings;
import dev.papack.bank.Bank;
import dev.papack.bank.sounds.SoundsEncoder;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.media.wav.WavDecoder;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Ten seconds of stereo at 48,000 Hz to a bank of sounds. */
@State(Scope.Benchmark)
public class ResamplingKernel {
  private static final int FROM_HZ = 48_000;
  private static final int FRAMES = 10 * FROM_HZ;

  @Param({"48000", "44100", "22050"})
  public int toHz;

  private SourceContent content = SourceContent.of("a.wav", new byte[0]);

  /** Writes the sound. */
  @Setup
  public void write() {
    ByteBuffer file = ByteBuffer.allocate(44 + 4 * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 4 * FRAMES);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) 1).putShort((short) 2).putInt(FROM_HZ).putInt(4 * FROM_HZ);
    file.putShort((short) 4).putShort((short) 16);
    file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4 * FRAMES);
    Random random = new Random(6);
    while (file.hasRemaining()) {
      file.putShort((short) (random.nextInt(1 << 15) - (1 << 14)));
    }
    content = SourceContent.of("a.wav", file.array());
  }

  /** Decodes, resamples and rounds it, and writes its slice to nowhere. */
  @Benchmark
  public Bank encode() throws IOException {
    SoundsSettings settings =
        new SoundsSettings(
            OptionalInt.of(toHz), OptionalInt.empty(), new SoundsSettings.Loop.None());
    Bank bank =
        Accepted.valueOf(
            SoundsEncoder.encode(
                Location.of(Artifact.SOURCE, "a.wav"),
                Accepted.valueOf(WavDecoder.decode(content)),
                settings));
    bank.writeTo(OutputStream.nullOutputStream());
    return bank;
  }
}
