package dev.papack.cli.output;

import dev.papack.progress.Phase;
import dev.papack.progress.Progress;

/** Shows how far a session is. */
public interface ProgressDisplay extends AutoCloseable {
  /** Shows nothing. */
  ProgressDisplay NONE =
      new ProgressDisplay() {
        @Override
        public void show(Progress event) {}

        @Override
        public void giveWay() {}

        @Override
        public void close() {}
      };

  /**
   * Something happened.
   *
   * @param event what
   */
  void show(Progress event);

  /** Leaves the terminal's line to other output; what happens next is shown again. */
  void giveWay();

  /** Leaves no trace on a terminal. */
  @Override
  void close();

  /** What a phase is called while it goes on. */
  static String label(Phase phase) {
    return switch (phase) {
      case READ -> "reading";
      case MIGRATE -> "migrating";
      case TRY -> "trying";
      case CONVERT -> "converting";
      case PACK -> "packing";
      case STAGE -> "writing";
      case VERIFY -> "verifying";
      case PUBLISH -> "publishing";
    };
  }

  /** Where a session is, without the name of the asset or document. */
  static String position(Progress event) {
    return switch (event) {
      case Progress.Begun(Phase phase, int total) ->
          total == 0 ? label(phase) : label(phase) + " 0/" + total;
      case Progress.Advanced(Phase phase, int done, int total, var asset) ->
          label(phase) + " " + done + "/" + total;
      case Progress.Passed(Phase phase, int done, int total, var document) ->
          label(phase) + " " + done + "/" + total;
    };
  }
}
