package dev.papack.cli.output;

/** What a piece of text is, and how a terminal with colours shows it. */
public enum Style {
  /** As the terminal has it. */
  PLAIN(""),
  /** What the eye should find first. */
  STRONG("1"),
  /** Frames, units, what is only there for order. */
  QUIET("2"),
  /** An error. */
  ERROR("1;31"),
  /** A warning. */
  WARNING("1;33"),
  /** A note. */
  NOTE("1;36"),
  /** Done, added. */
  GOOD("32");

  private final String parameters;

  Style(String parameters) {
    this.parameters = parameters;
  }

  /** The parameters of the terminal's "select graphic rendition", empty for none. */
  String parameters() {
    return parameters;
  }
}
