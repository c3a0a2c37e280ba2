package dev.papack.cli.output;

import java.util.Map;

/** Whether text has colours. */
public enum Coloring {
  /** Escape sequences of a terminal. */
  COLORS,
  /** Nothing but the text. */
  NONE;

  /**
   * What a stream gets: colours on a terminal only, and not where the user declines them (see
   * no-color.org) or the terminal has none.
   *
   * @param kind what the stream leads to
   * @param environment the process's variables
   * @return the coloring
   */
  public static Coloring of(Destination.Kind kind, Map<String, String> environment) {
    return switch (kind) {
      case FILE -> NONE;
      case TERMINAL ->
          environment.getOrDefault("NO_COLOR", "").isEmpty()
                  && !environment.getOrDefault("TERM", "").equals("dumb")
              ? COLORS
              : NONE;
    };
  }
}
