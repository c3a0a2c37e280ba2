package dev.papack.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a command answers. */
enum OutputFormat {
  /** For people. */
  TEXT("text", "text for people (without it)"),
  /** For programs: an object a line. */
  JSON("json", "json: an object a line on stdout"),
  /** For people who read it elsewhere. */
  MARKDOWN("markdown", "markdown: a comment for a pull request");

  /** What most commands know. */
  static final List<OutputFormat> USUAL = List.of(TEXT, JSON);

  private final String word;
  private final String meaning;

  OutputFormat(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** What the option takes. */
  String word() {
    return word;
  }

  /** What help says of it. */
  String meaning() {
    return meaning;
  }

  /** The format of a word. */
  static Optional<OutputFormat> find(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /**
   * The format that a command line asks for, read before it is parsed: who asked for JSON gets it
   * for a misused command line too.
   */
  static OutputFormat foresee(String... arguments) {
    OutputFormat format = TEXT;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--")) {
        break;
      }
      String value = "";
      if (arguments[i].startsWith(CommonOptions.FORMAT + "=")) {
        value = arguments[i].substring(CommonOptions.FORMAT.length() + 1);
      } else if (arguments[i].equals(CommonOptions.FORMAT) && i + 1 < arguments.length) {
        value = arguments[i + 1];
      }
      format = find(value).orElse(format);
    }
    return format;
  }
}
