package dev.papack.bank.sounds;

import dev.papack.asset.SoundsSettings;
import dev.papack.asset.SoundsSettings.LoopMode;
import dev.papack.bank.SettingFix;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoop;
import dev.papack.media.SoundLoops;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which frames of a source repeat, and what has to be said about it. */
final class LoopPlan {
  private LoopPlan() {}

  /**
   * A loop of the source.
   *
   * @param start its first frame
   * @param end the frame after its last one, above {@code start} and inside the sound
   * @param mode how it is played
   */
  record Played(long start, long end, LoopMode mode) {}

  /**
   * The loop that the settings ask for. What is declared outranks what the file says, of which
   * nothing is said then.
   *
   * @param location the source
   * @param sound the source
   * @param wanted what is declared
   */
  static Outcome<Optional<Played>> of(Location location, Sound sound, SoundsSettings.Loop wanted) {
    return switch (wanted) {
      case SoundsSettings.Loop.None() -> Outcome.of(Optional.empty());
      case SoundsSettings.Loop.FromSource() -> stored(location, sound);
      case SoundsSettings.Loop.Frames frames -> declared(location, sound, frames);
    };
  }

  private static Outcome<Optional<Played>> stored(Location location, Sound sound) {
    SoundLoops loops = sound.loops();
    List<Diagnostic> said = new ArrayList<>();
    loops.oddity().ifPresent(said::add);
    Optional<SoundLoop> forward = loops.forward();
    if (forward.isEmpty()) {
      loops.other().ifPresent(other -> said.add(otherType(location, sound, other)));
      if (loops.count() == 0 && loops.cuePoints() > 0) {
        said.add(cuePoints(location, loops.cuePoints()));
      }
      return new Outcome.Accepted<>(Optional.empty(), said);
    }
    SoundLoop loop = forward.get();
    if (loops.count() > 1) {
      said.add(others(location, loop, loops.count()));
    }
    if (loop.first() > loop.last() || loop.last() >= sound.frameCount()) {
      said.add(outside(location, sound, loop));
      return new Outcome.Accepted<>(Optional.empty(), said);
    }
    said.add(taken(location, loop));
    if (loop.playCount() > 0) {
      said.add(playCount(location, loop));
    }
    return new Outcome.Accepted<>(
        Optional.of(new Played(loop.first(), loop.last() + 1, LoopMode.FORWARD)), said);
  }

  private static String text(SoundLoop loop) {
    return loop.first() + ".." + (loop.last() + 1);
  }

  private static Location place(Location location, SoundLoop loop) {
    return location.atByte(loop.offsetBytes());
  }

  private static Diagnostic taken(Location location, SoundLoop loop) {
    return Diagnostic.note(
            DiagnosticCode.LOOP_TAKEN,
            place(location, loop),
            "loop " + text(loop) + " from the file")
        .found(text(loop));
  }

  private static Diagnostic others(Location location, SoundLoop loop, long count) {
    return Diagnostic.warning(
            DiagnosticCode.LOOP_NOT_TAKEN,
            place(location, loop),
            "the file has " + count + " loops, of which only the first forward one can be taken")
        .found(count + " loops")
        .supported("1 loop")
        .advice("to repeat other frames, declare a \"loop\"");
  }

  private static Diagnostic playCount(Location location, SoundLoop loop) {
    return Diagnostic.warning(
            DiagnosticCode.LOOP_PLAY_COUNT,
            place(location, loop),
            "the file plays loop "
                + text(loop)
                + " "
                + loop.playCount()
                + " times; in the pack it repeats for ever")
        .found(loop.playCount() + " times")
        .advice("if it should not repeat for ever, declare \"loop\": \"none\"");
  }

  private static Diagnostic cuePoints(Location location, long count) {
    return Diagnostic.note(
            DiagnosticCode.LOOP_NOT_TAKEN,
            location,
            "the file has " + count + " cue points and no loop; no loop is made of cue points")
        .found(count + " cue points")
        .advice("if frames between them should repeat, declare a \"loop\"");
  }

  private static Diagnostic otherType(Location location, Sound sound, SoundLoops.Other other) {
    SoundLoop frames = other.frames();
    Diagnostic warning =
        Diagnostic.warning(
                DiagnosticCode.LOOP_NOT_TAKEN,
                place(location, frames),
                "loop " + text(frames) + " of type " + typeName(other.type()) + " not taken")
            .found("type " + other.type());
    Optional<Argument.OfSetting[]> declaration = declaration(sound, other);
    return declaration.isPresent()
        ? SettingFix.add(warning, "declare the loop", declaration.get())
        : warning.advice("declare a \"loop\" that is inside the sound, if it should repeat");
  }

  private static String typeName(long type) {
    return switch ((int) type) {
      case SoundLoops.Other.PING_PONG -> "1 (ping-pong)";
      case SoundLoops.Other.BACKWARD -> "2 (backward)";
      default -> String.valueOf(type);
    };
  }

  /** The settings that would take it. */
  private static Optional<Argument.OfSetting[]> declaration(Sound sound, SoundLoops.Other other) {
    SoundLoop frames = other.frames();
    if (frames.first() > frames.last() || frames.last() >= sound.frameCount()) {
      return Optional.empty();
    }
    LoopMode mode =
        switch ((int) other.type()) {
          case SoundLoops.Other.PING_PONG -> LoopMode.PING_PONG;
          case SoundLoops.Other.BACKWARD -> LoopMode.BACKWARD;
          default -> LoopMode.FORWARD;
        };
    return Optional.of(
        new Argument.OfSetting[] {
          new Argument.OfSetting("loop.start", String.valueOf(frames.first())),
          new Argument.OfSetting("loop.end", String.valueOf(frames.last() + 1)),
          new Argument.OfSetting("loop.mode", mode.word())
        });
  }

  private static Diagnostic outside(Location location, Sound sound, SoundLoop loop) {
    String fault =
        loop.first() > loop.last()
            ? " ends before it starts"
            : " is not inside its "
                + sound.frameCount()
                + " frames, 0 to "
                + (sound.frameCount() - 1);
    return Diagnostic.warning(
            DiagnosticCode.WAV_LOOP,
            place(location, loop),
            "the file's loop from frame "
                + loop.first()
                + " to "
                + loop.last()
                + fault
                + "; it is not taken")
        .found(loop.first() + ".." + loop.last())
        .limit(sound.frameCount() + " frames")
        .advice("set the loop again in its editor, or declare a \"loop\", which replaces it");
  }

  private static Outcome<Optional<Played>> declared(
      Location location, Sound sound, SoundsSettings.Loop.Frames frames) {
    long start = frames.start();
    long end = frames.end();
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
    return Outcome.of(Optional.of(new Played(start, end, frames.mode())));
  }
}
