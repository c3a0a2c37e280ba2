package dev.papack.bank.sounds;

import dev.papack.container.SoundsMetadata;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The law of what becomes of a sound at another sample rate: how many frames, where its loop is,
 * and which moment of the source each frame stands for. {@code workspace.md} has it in words.
 *
 * <p>A loop is periodic. It becomes a whole number of frames, which changes its pitch; so it is
 * repeated until that is at most a quarter of a cent. The first pass of a loop sees what was before
 * it and all others see its end, but a bank has it only once: so what the filter reaches of the
 * first pass belongs to what comes before the loop.
 *
 * @param from the source's rate, reduced by the greatest common divisor
 * @param to the bank's, likewise
 * @param stretches one after the other
 * @param sourceLoop in frames of the source
 * @param loop in frames of the result
 */
record RateChange(
    int from,
    int to,
    List<Stretch> stretches,
    Optional<SoundsMetadata.Loop> sourceLoop,
    Optional<SoundsMetadata.Loop> loop) {
  /** A pitch that is wrong by one in so many is 0.2493 cents off. */
  private static final long PITCH_PRECISION = 6_944;

  /**
   * Frames of the result that follow each other in even steps.
   *
   * @param view what the filter sees around them
   * @param frames how many
   * @param start the moment of the first one, in {@code to}ths of a source frame
   * @param stepFrames {@code stepFrames / stepCount} source frames are from one to the next
   * @param stepCount at least 1
   */
  record Stretch(Timeline.View view, long frames, long start, long stepFrames, long stepCount) {}

  /** Copies the list. */
  RateChange {
    stretches = List.copyOf(stretches);
  }

  /**
   * The law.
   *
   * @param frames of the source, at least 1
   * @param loop in frames of the source, at least one and inside it
   * @param fromHz at least 1
   * @param toHz at least 1, another one
   */
  static RateChange of(long frames, Optional<SoundsMetadata.Loop> loop, int fromHz, int toHz) {
    int divisor = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValueExact();
    int from = fromHz / divisor;
    int to = toHz / divisor;
    return loop.isPresent()
        ? ofLoop(frames, loop.get(), from, to)
        : new RateChange(
            from,
            to,
            List.of(new Stretch(Timeline.View.ALONE, Math.ceilDiv(frames * to, from), 0, from, to)),
            Optional.empty(),
            Optional.empty());
  }

  private static RateChange ofLoop(long frames, SoundsMetadata.Loop loop, int from, int to) {
    long loopFrames = loop.end() - loop.start();
    long tailFrames = frames - loop.end();
    long leadFrames = leadFrames(loop, tailFrames, SincFilter.reachFrames(from, to));
    long repeats = repeats(loopFrames, from, to);
    long resultFrames = resultFrames(repeats * loopFrames, from, to);
    long start = Math.ceilDiv((loop.start() + leadFrames) * to, from);
    List<Stretch> stretches = new ArrayList<>();
    stretches.add(new Stretch(Timeline.View.INTO_LOOP, start, 0, from, to));
    stretches.add(
        new Stretch(
            Timeline.View.LOOP, resultFrames, start * from, repeats * loopFrames, resultFrames));
    if (tailFrames > 0) {
      // As far behind the end of the loop as the loop begins behind its start.
      long late = start * from - (loop.start() + leadFrames) * to;
      long count = Math.max(0, Math.ceilDiv(tailFrames * to - late, from));
      stretches.add(
          new Stretch(Timeline.View.OUT_OF_LOOP, count, loop.end() * to + late, from, to));
    }
    return new RateChange(
        from,
        to,
        stretches,
        Optional.of(loop),
        Optional.of(new SoundsMetadata.Loop(start, start + resultFrames)));
  }

  /** How much of the first pass comes before the loop of the result. */
  private static long leadFrames(SoundsMetadata.Loop loop, long tailFrames, long reachFrames) {
    if (loop.start() == 0) {
      return 0;
    }
    long loopFrames = loop.end() - loop.start();
    return tailFrames == 0 ? reachFrames : Math.ceilDiv(reachFrames, loopFrames) * loopFrames;
  }

  /** How often a loop has to be repeated until its pitch is right. */
  private static long repeats(long loopFrames, int from, int to) {
    // The pitch of one frame is 0.
    long repeats = 1;
    while (loopFrames > 1 && !isInTune(repeats * loopFrames, from, to)) {
      repeats++;
    }
    return repeats;
  }

  private static boolean isInTune(long frames, int from, int to) {
    long result = resultFrames(frames, from, to);
    return Math.abs(result * from - frames * to) * PITCH_PRECISION <= frames * to;
  }

  /** To the nearest, halves upwards; at least 1. */
  private static long resultFrames(long frames, int from, int to) {
    return Math.max(1, (2 * frames * to + from) / (2L * from));
  }

  /** Of all stretches. */
  long frameCount() {
    return stretches.stream().mapToLong(Stretch::frames).sum();
  }

  /** How many frames of the source lie between two of a stretch, as is everywhere else. */
  boolean isEven(Stretch stretch) {
    return stretch.stepFrames() * to == stretch.stepCount() * from;
  }
}
