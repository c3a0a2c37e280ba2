package dev.papack.bank.sounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.SoundsSettings;
import dev.papack.asset.SoundsSettings.Loop.Frames;
import dev.papack.asset.SoundsSettings.Loop.FromSource;
import dev.papack.asset.SoundsSettings.Loop.None;
import dev.papack.bank.Bank;
import dev.papack.bank.Banks;
import dev.papack.container.Sha256;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.SoundsMetadata.Loop;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.SampleFormat;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoop;
import dev.papack.media.TestSounds;
import dev.papack.media.wav.WavFile;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SoundsEncoderTest {
  private static final SoundsSettings EMPTY =
      new SoundsSettings(OptionalInt.empty(), OptionalInt.empty(), new FromSource());

  @Test
  void sixteenBitsPassBitByBit() {
    Sound sound = sound(2, 44_100, Optional.of(new Loop(1, 2)), -32768, 32767, -1, 0);
    Bank bank = encode(sound, EMPTY);
    assertThat(bank.metadata())
        .isEqualTo(new SoundsMetadata(2, 2, Optional.of(new Loop(1, 2)), 44_100));
    assertThat(Banks.payload(bank))
        .isEqualTo(ByteBuffer.wrap(WavFile.shorts(-32768, 32767, -1, 0)));
  }

  @Test
  void settingsEqualToTheSourceChangeNothing() {
    Sound sound = sound(2, 44_100, Optional.of(new Loop(1, 2)), 1, 2, 3, 4);
    SoundsSettings same =
        new SoundsSettings(OptionalInt.of(44_100), OptionalInt.of(2), EMPTY.loop());
    assertThat(encode(sound, same).metadata()).isEqualTo(encode(sound, EMPTY).metadata());
    assertThat(Banks.payload(encode(sound, same))).isEqualTo(Banks.payload(encode(sound, EMPTY)));
  }

  @Test
  void stereoBecomesTheMeanRoundedUp() {
    Sound sound = sound(2, 44_100, Optional.empty(), 1, 2, -1, -2, -32768, -32768, 32767, 32767);
    assertThat(Banks.payload(encode(sound, channels(1))))
        .isEqualTo(ByteBuffer.wrap(WavFile.shorts(2, -1, -32768, 32767)));
  }

  @Test
  void monoIsCopied() {
    Sound sound = sound(1, 44_100, Optional.empty(), 1, -2);
    assertThat(Banks.payload(encode(sound, channels(2))))
        .isEqualTo(ByteBuffer.wrap(WavFile.shorts(1, 1, -2, -2)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 1",
    "0.49, 0",
    "-0.5, 0",
    "-0.51, -1",
    "32767.4, 32767",
    "32767.5, 32767",
    "40000, 32767",
    "-32768.5, -32768",
    "-32768.6, -32768",
    "1e40, 32767",
    "-1e40, -32768"
  })
  void halvesRoundUpAndTheRestIsClamped(double sample, short rounded) {
    assertThat(SoundsEncoder.round(sample)).isEqualTo(rounded);
  }

  @Test
  void mixingComesBeforeRounding() {
    // 0.375 and 0.375 of a step: rounded first they would be 0, and so would (0.5 + 0.25) / 2.
    byte[] data = WavFile.doubles(0.75 / 32768, 0.5 / 32768);
    Sound sound = TestSounds.of(SampleFormat.FLOAT_64, 2, 44_100, data, Optional.empty());
    assertThat(Banks.payload(encode(sound, channels(1))))
        .isEqualTo(ByteBuffer.wrap(WavFile.shorts(1)));
  }

  @ParameterizedTest
  @CsvSource({"7999, 8000", "48001, 48000", "96000, 48000", "1000, 8000"})
  void rateOutsideTheBanksRangeNamesTheSetting(int rateHz, int helpedHz) {
    Diagnostic error = refusal(sound(1, rateHz, Optional.empty(), 1, 2), EMPTY);
    assertThat(error.code()).isEqualTo(DiagnosticCode.SAMPLE_RATE);
    assertThat(error.found()).contains(rateHz + " Hz");
    assertThat(FirstFix.title(error).orElseThrow()).contains("\"sample_rate\": " + helpedHz);
  }

  @Test
  void declaredLoopReplacesTheFiles() {
    Sound sound = sound(1, 44_100, Optional.of(new Loop(0, 1)), 1, 2, 3);
    assertThat(loop(sound, new Frames(1, 3))).contains(new Loop(1, 3));
    assertThat(loop(sound, new None())).isEmpty();
    assertThat(loop(sound, new FromSource())).contains(new Loop(0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, LOOP_OUTSIDE",
    "4, 5, LOOP_OUTSIDE",
    "-1, 2, LOOP_OUTSIDE",
    "4, 1, LOOP_OUTSIDE",
    "0, 9223372036854775807, LOOP_OUTSIDE",
    "1, 1, LOOP_EMPTY",
    "3, 3, LOOP_EMPTY",
    "2, 1, LOOP_EMPTY",
    "2, -9, LOOP_EMPTY"
  })
  void loopThatIsNoneIsRefused(long start, long end, DiagnosticCode code) {
    Sound sound = sound(1, 44_100, Optional.empty(), 1, 2, 3);
    SoundsSettings settings =
        new SoundsSettings(OptionalInt.empty(), OptionalInt.empty(), new Frames(start, end));
    assertThat(refusal(sound, settings).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "FORWARD, 1, 4, 10 11 12 13 14 15, 1, 4",
    "PING_PONG, 1, 4, 10 11 12 13 12 14 15, 1, 5",
    "PING_PONG, 0, 6, 10 11 12 13 14 15 14 13 12 11, 0, 10",
    "PING_PONG, 2, 4, 10 11 12 13 14 15, 2, 4",
    "PING_PONG, 2, 3, 10 11 12 13 14 15, 2, 3",
    "BACKWARD, 1, 4, 10 11 12 13 13 12 11 14 15, 4, 7",
    "BACKWARD, 0, 6, 10 11 12 13 14 15 15 14 13 12 11 10, 6, 12",
    "BACKWARD, 5, 6, 10 11 12 13 14 15 15, 6, 7"
  })
  void loopIsUnrolledToTheSample(
      SoundsSettings.LoopMode mode, long start, long end, String frames, long from, long to) {
    int[] samples = Stream.of(frames.split(" ")).mapToInt(Integer::parseInt).toArray();
    Sound sound = sound(1, 44_100, Optional.empty(), 10, 11, 12, 13, 14, 15);
    SoundsSettings settings =
        new SoundsSettings(OptionalInt.empty(), OptionalInt.empty(), new Frames(start, end, mode));
    Bank bank = encode(sound, settings);
    assertThat(Banks.payload(bank)).isEqualTo(ByteBuffer.wrap(WavFile.shorts(samples)));
    assertThat(bank.metadata())
        .isEqualTo(new SoundsMetadata(1, samples.length, Optional.of(new Loop(from, to)), 44_100));
  }

  @Test
  void unrolledLoopIsResampledAsIfItWasStoredSo() {
    int[] half = new int[300];
    int[] whole = new int[598];
    for (int i = 0; i < half.length; i++) {
      half[i] = (i * 7_919) % 20_011 - 10_000;
      whole[i] = half[i];
    }
    for (int i = 0; i < 298; i++) {
      whole[300 + i] = half[298 - i];
    }
    Bank unrolled =
        encode(
            sound(1, 48_000, Optional.empty(), half),
            new SoundsSettings(
                OptionalInt.of(44_100),
                OptionalInt.empty(),
                new Frames(0, 300, SoundsSettings.LoopMode.PING_PONG)));
    Bank stored = encode(sound(1, 48_000, Optional.of(new Loop(0, 598)), whole), rate(44_100));
    assertThat(unrolled.metadata()).isEqualTo(stored.metadata());
    assertThat(Banks.payload(unrolled)).isEqualTo(Banks.payload(stored));
  }

  @Test
  void fiveChannelsAndEffectsAreMixedByTheFactorsOfBs775() {
    Sound sound = sound(6, 48_000, Optional.empty(), 1_000, 2_000, 400, 30_000, 100, 200);
    double half = Math.sqrt(0.5);
    assertThat(Banks.payload(encode(sound, channels(2))))
        .isEqualTo(
            ByteBuffer.wrap(
                WavFile.shorts(
                    (int) Math.floor(1_000 + half * 400 + half * 100 + 0.5),
                    (int) Math.floor(2_000 + half * 400 + half * 200 + 0.5))));
    assertThat(Banks.payload(encode(sound, channels(1))))
        .isEqualTo(
            ByteBuffer.wrap(
                WavFile.shorts((int) Math.floor(half * 3_000 + 400 + 0.5 * 300 + 0.5))));
    assertThat(codes(sound, channels(2))).containsExactly(DiagnosticCode.SOUND_MIXED);
    assertThat(refusal(sound, EMPTY).code()).isEqualTo(DiagnosticCode.WAV_CHANNELS);
  }

  @Test
  void clippedFramesAreCountedOnceTheyAreMade() throws IOException {
    byte[] data = WavFile.doubles(0, 1, -1, 1.5, 0.5, -2, 0);
    Sound sound = TestSounds.of(SampleFormat.FLOAT_64, 1, 44_100, data, Optional.empty());
    assertThat(encode(sound, EMPTY).judge())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(DiagnosticCode.SOUND_CLIPPED);
          assertThat(warning.message()).contains("2 frames", "+6.02 dB", "frame 3");
        });
  }

  @Test
  void resampledSquareIsClippedAndSaysSo() throws IOException {
    int[] square = new int[2_000];
    for (int i = 0; i < square.length; i++) {
      square[i] = i / 20 % 2 == 0 ? 32_767 : -32_768;
    }
    Sound sound = sound(1, 44_100, Optional.empty(), square);
    assertThat(encode(sound, rate(48_000)).judge())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.SOUND_CLIPPED);
    assertThat(encode(sound, EMPTY).judge()).isEmpty();
  }

  @Test
  void loopOfWhichOneFrameIsLeftIsAWarning() {
    Sound sound = sound(1, 48_000, Optional.of(new Loop(0, 6)), new int[6]);
    assertThat(codes(sound, rate(8_000)))
        .containsExactly(DiagnosticCode.LOOP_ONE_FRAME, DiagnosticCode.LOOP_TAKEN);
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 0 to 2", "4294967295, 4294967295, 0 to 2", "2, 1, ends before"})
  void storedLoopOutsideTheSoundIsNotTakenAndSaid(long first, long last, String message) {
    Sound sound = soundWithStoredLoop(first, last);
    assertThat(loop(sound, new FromSource())).isEmpty();
    assertThat(encoded(sound, EMPTY).diagnostics())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(DiagnosticCode.WAV_LOOP);
          assertThat(warning.isError()).isFalse();
          assertThat(warning.location().byteOffset()).hasValue(94);
          assertThat(warning.message()).contains(message);
        });
  }

  @Test
  void declaredLoopOutranksAStoredOneThatIsOutside() {
    Sound sound = soundWithStoredLoop(0, 3);
    assertThat(loop(sound, new None())).isEmpty();
    assertThat(loop(sound, new Frames(0, 2))).contains(new Loop(0, 2));
  }

  private static Sound soundWithStoredLoop(long first, long last) {
    return TestSounds.of(
        SampleFormat.PCM_16,
        1,
        44_100,
        WavFile.shorts(1, 2, 3),
        Optional.of(new SoundLoop(first, last, 0, 94)));
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    SoundsSettings settings =
        new SoundsSettings(OptionalInt.empty(), OptionalInt.empty(), new Frames(0, 9));
    assertThat(
            SoundsEncoder.encode(
                    Location.of(Artifact.SOURCE, "a.wav"),
                    sound(1, 96_000, Optional.empty(), 1, 2),
                    settings)
                .diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.SAMPLE_RATE, DiagnosticCode.LOOP_OUTSIDE);
  }

  @Test
  void resultBeyondTheFrameLimitIsRefusedBeforeItIsMade() {
    byte[] silence = new byte[6_000_000];
    Sound sound = TestSounds.of(SampleFormat.PCM_8, 1, 1_000, silence, Optional.empty());
    Diagnostic error = refusal(sound, rate(48_000));
    assertThat(error.code()).isEqualTo(DiagnosticCode.WAV_LIMIT);
    assertThat(error.found()).contains("288000000 frames");
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 48000, 9ed5d83e0d2a1b8d799eec5e1122488cd0572859142a98d28197668ddb188854",
    "48000, 44100, 195426c6ca5663dd066c8b3115cb7ee8ed322e1e2fe52b3dd91cc10520240744",
    "44100, 47999, 060f639e5859ce0349a8dbedf9cfcab2463ed2a1edaa252461c1764f1481bebf"
  })
  void resampledNoiseHasTheSameBytesOnEveryPlatform(int fromHz, int toHz, String sha256) {
    int[] noise = new int[20_000];
    int state = 1;
    for (int i = 0; i < noise.length; i++) {
      state = state * 1_664_525 + 1_013_904_223;
      noise[i] = state >> 16;
    }
    Bank bank = encode(sound(2, fromHz, Optional.empty(), noise), rate(toHz));
    assertThat(Sha256.of(Banks.payload(bank)).hex()).isEqualTo(sha256);
  }

  @Test
  void realSoundsPassBitByBit() throws IOException {
    Path folder = Path.of(System.getProperty("papack.data"), "superpowers");
    Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not here");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(path -> path.toString().endsWith(".wav")).sorted().toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      SourceContent content = SourceContent.of(file.toString(), bytes);
      Bank bank = encode(accepted(WavFile.decode(content)), EMPTY);
      // All of them are 16-bit: the payload must stand in the file as it is.
      int dataBytes = Math.toIntExact(bank.metadata().sliceBytes());
      ByteBuffer payload = Banks.payload(bank);
      int at = 0;
      while (!ByteBuffer.wrap(bytes).slice(at, dataBytes).equals(payload)) {
        at += 2;
      }
      assertThat(at).isGreaterThanOrEqualTo(44);
    }
  }

  private static SoundsSettings rate(int rateHz) {
    return new SoundsSettings(OptionalInt.of(rateHz), OptionalInt.empty(), new FromSource());
  }

  private static SoundsSettings channels(int channels) {
    return new SoundsSettings(OptionalInt.empty(), OptionalInt.of(channels), new FromSource());
  }

  private static Optional<Loop> loop(Sound sound, SoundsSettings.Loop wanted) {
    SoundsSettings settings = new SoundsSettings(OptionalInt.empty(), OptionalInt.empty(), wanted);
    return ((SoundsMetadata) encode(sound, settings).metadata()).loop();
  }

  private static Sound sound(int channels, int rateHz, Optional<Loop> loop, int... samples) {
    return TestSounds.of(
        SampleFormat.PCM_16,
        channels,
        rateHz,
        WavFile.shorts(samples),
        loop.map(frames -> new SoundLoop(frames.start(), frames.end() - 1, 0, 0)));
  }

  private static Bank encode(Sound sound, SoundsSettings settings) {
    return accepted(SoundsEncoder.encode(Location.of(Artifact.SOURCE, "a.wav"), sound, settings));
  }

  private static Outcome<Bank> encoded(Sound sound, SoundsSettings settings) {
    return SoundsEncoder.encode(Location.of(Artifact.SOURCE, "a.wav"), sound, settings);
  }

  private static List<DiagnosticCode> codes(Sound sound, SoundsSettings settings) {
    return encoded(sound, settings).diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static Diagnostic refusal(Sound sound, SoundsSettings settings) {
    Outcome<Bank> outcome = encoded(sound, settings);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).hasSize(1);
    assertThat(outcome.diagnostics().getFirst().location().path()).isEqualTo("a.wav");
    return outcome.diagnostics().getFirst();
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, var _) -> value;
      case Outcome.Refused<T>(var errors) -> throw new AssertionError(errors);
    };
  }
}
