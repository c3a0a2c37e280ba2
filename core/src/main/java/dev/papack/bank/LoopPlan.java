package dev.papack.bank;

import dev.papack.asset.SoundsSettings;
import dev.papack.container.SoundsMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoop;
import java.util.Optional;

/** Which frames of a bank repeat. */
final class LoopPlan {
  private LoopPlan() {}

  /**
   * The loop that the settings ask for, at the bank's rate. Both points scale by {@code to / from}
   * and round to nearest, halves upwards; the rounded end is never after the last frame, because
   * the count of frames rounds up.
   *
   * @param location the source
   * @param sound the source
   * @param wanted what is declared
   * @param toHz the bank's sample rate
   */
  static Outcome<Optional<SoundsMetadata.Loop>> of(
      Location location, Sound sound, SoundsSettings.Loop wanted, int toHz) {
    return switch (wanted) {
      case SoundsSettings.Loop.None() -> Outcome.of(Optional.empty());
      case SoundsSettings.Loop.FromSource() ->
          sound
              .loop()
              .map(loop -> stored(location, sound, loop, toHz))
              .orElse(Outcome.of(Optional.empty()));
      case SoundsSettings.Loop.Frames(long start, long end) ->
          declared(location, sound, start, end, toHz);
    };
  }

  private static Outcome<Optional<SoundsMetadata.Loop>> stored(
      Location location, Sound sound, SoundLoop loop, int toHz) {
    if (loop.first() <= loop.last() && loop.last() < sound.frameCount()) {
      return scaled(location, sound, new SoundsMetadata.Loop(loop.first(), loop.last() + 1), toHz);
    }
    String fault =
        loop.first() > loop.last()
            ? " ends before it starts"
            : " is not inside its "
                + sound.frameCount()
                + " frames, 0 to "
                + (sound.frameCount() - 1);
    return Outcome.refused(
        Diagnostic.error(
                DiagnosticCode.WAV_LOOP,
                location.atByte(loop.offsetBytes()),
                "the file's loop from frame " + loop.first() + " to " + loop.last() + fault)
            .found(loop.first() + ".." + loop.last())
            .limit(sound.frameCount() + " frames")
            .advice("set the loop again in its editor, or declare a \"loop\", which replaces it"));
  }

  private static Outcome<Optional<SoundsMetadata.Loop>> declared(
      Location location, Sound sound, long start, long end, int toHz) {
    String loop = "the declared loop from frame " + start + " to " + end;
    if (start < 0 || start > sound.frameCount() || end > sound.frameCount()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.LOOP_OUTSIDE,
                  location,
                  loop + " is not inside the " + sound.frameCount() + " frames of the sound")
              .found(start + ".." + end)
              .limit(sound.frameCount() + " frames")
              .advice("declare a loop whose end is at most " + sound.frameCount()));
    }
    if (end <= start) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.LOOP_EMPTY,
                  location,
                  loop + " has no frames; the end is exclusive")
              .found(start + ".." + end)
              .advice("declare an end greater than the start, or \"loop\": \"none\""));
    }
    return scaled(location, sound, new SoundsMetadata.Loop(start, end), toHz);
  }

  private static Outcome<Optional<SoundsMetadata.Loop>> scaled(
      Location location, Sound sound, SoundsMetadata.Loop loop, int toHz) {
    int fromHz = sound.sampleRateHz();
    long start = scaled(loop.start(), fromHz, toHz);
    long end = scaled(loop.end(), fromHz, toHz);
    if (end <= start) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.LOOP_EMPTY,
                  location,
                  "the loop from frame "
                      + loop.start()
                      + " to "
                      + loop.end()
                      + " has no frames left after resampling from "
                      + fromHz
                      + " to "
                      + toHz
                      + " Hz")
              .found(loop.start() + ".." + loop.end())
              .advice("make the loop longer, declare a higher sample_rate, or \"loop\": \"none\""));
    }
    return Outcome.of(Optional.of(new SoundsMetadata.Loop(start, end)));
  }

  /** {@code floor(frame * to / from + 1/2)} in integers. */
  private static long scaled(long frame, int fromHz, int toHz) {
    return (2 * frame * toHz + fromHz) / (2L * fromHz);
  }
}
