package dev.papack.cli.output;

import java.util.Map;
import java.util.Set;

/** Whether text has colours. */
public enum Coloring {
  /** Escape sequences of a terminal that shows any colour: pictures can be drawn. */
  TRUE_COLORS,
  /** Escape sequences of a terminal. */
  COLORS,
  /** Nothing but the text. */
  NONE;

  /** What terminals of any colour say of themselves. */
  private static final Set<String> TRUE = Set.of("truecolor", "24bit");

  /** What {@code FORCE_COLOR} is for any colour. */
  private static final String FORCED_TRUE = "3";

  /**
   * What a stream gets: colours on a terminal only, and not where the user declines them (see
   * no-color.org) or the terminal has none. {@code FORCE_COLOR} asks for them wherever it leads to.
   *
   * @param kind what the stream leads to
   * @param environment the process's variables
   * @return the coloring
   */
  public static Coloring of(Destination.Kind kind, Map<String, String> environment) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return NONE;
    }
    String forced = environment.getOrDefault("FORCE_COLOR", "");
    if (!forced.isEmpty() && !forced.equals("0")) {
      return forced.equals(FORCED_TRUE) ? TRUE_COLORS : COLORS;
    }
    return switch (kind) {
      case FILE -> NONE;
      case TERMINAL ->
          environment.getOrDefault("TERM", "").equals("dumb")
              ? NONE
              : TRUE.contains(environment.getOrDefault("COLORTERM", "")) ? TRUE_COLORS : COLORS;
    };
  }
}
