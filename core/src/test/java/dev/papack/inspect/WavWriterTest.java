package dev.papack.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.SoundsMetadata;
import dev.papack.container.SoundsMetadata.Loop;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoop;
import dev.papack.media.TestSounds;
import dev.papack.media.wav.WavFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WavWriterTest {
  @Test
  void soundWithoutLoopIsThePlainestWav() throws IOException {
    byte[] file = write(new SoundsMetadata(1, 3, Optional.empty(), 44_100), 1, -2, 3);
    assertThat(file).isEqualTo(WavFile.pcm16(1, 44_100, 1, -2, 3));
  }

  @Test
  void loopComesBackFromTheDecoder() throws IOException {
    byte[] file = write(new SoundsMetadata(2, 2, Optional.of(new Loop(1, 2)), 8_000), 1, -2, 3, 4);
    Outcome<Sound> outcome = WavFile.decode(file);
    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            accepted -> {
              Sound sound = (Sound) accepted.value();
              assertThat(sound.loops().forward().map(SoundLoop::last)).contains(1L);
              assertThat(sound.channels()).isEqualTo(2);
              assertThat(sound.sampleRateHz()).isEqualTo(8_000);
              assertThat(TestSounds.sample(sound, 1, 1)).isEqualTo(4);
            });
  }

  @Test
  void longestFileThatTheFormatCanCountIsPlanned() {
    long frameCount = (0xFFFF_FFFFL - 36) / 2;
    assertThat(writer(new SoundsMetadata(1, frameCount, Optional.empty(), 8_000)).sizeBytes())
        .isEqualTo(44 + 2 * frameCount);
  }

  @Test
  void fileBeyondFourGibibytesIsRefused() {
    SoundsMetadata metadata = new SoundsMetadata(1, 1L << 31, Optional.empty(), 8_000);
    assertThat(WavWriter.of("assets.pa", metadata).diagnostics())
        .singleElement()
        .satisfies(error -> {
          assertThat(error.code()).isEqualTo(DiagnosticCode.WAV_LIMIT);
          assertThat(error.found()).contains("4294967332 bytes");
          assertThat(error.limit()).contains("4294967295 bytes");
        });
  }

  private static byte[] write(SoundsMetadata metadata, int... samples) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WavWriter writer = writer(metadata);
    ByteBuffer slice = ByteBuffer.wrap(WavFile.shorts(samples));
    writer.write(channel -> assertThat(channel.write(slice)).isPositive(), out);
    assertThat((long) out.size()).isEqualTo(writer.sizeBytes());
    return out.toByteArray();
  }

  private static WavWriter writer(SoundsMetadata metadata) {
    return switch (WavWriter.of("assets.pa", metadata)) {
      case Outcome.Accepted<WavWriter>(WavWriter writer, var _) -> writer;
      case Outcome.Refused<WavWriter>(var errors) -> throw new AssertionError(errors);
    };
  }
}
