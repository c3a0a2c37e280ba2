package dev.papack.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a command prints its result. */
enum OutputFormat {
  /** For people. */
  TEXT("text", "text (default)"),
  /** For programs: one object per line. */
  JSON("json", "json (one object per line)"),
  /** For people, in a comment on a pull request. */
  MARKDOWN("markdown", "markdown (for a comment on a pull request)");

  /** The formats that most commands support. */
  static final List<OutputFormat> USUAL = List.of(TEXT, JSON);

  private final String word;
  private final String meaning;

  OutputFormat(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** The value of the option. */
  String word() {
    return word;
  }

  /** Its meaning, for help. */
  String meaning() {
    return meaning;
  }

  /** The format of a word. */
  static Optional<OutputFormat> find(String word) {
    return Arrays.stream(values()).filter(format -> format.word.equals(word)).findFirst();
  }

  /**
   * The format that a command line asks for, found before it is parsed, so that errors of the
   * command line itself are printed in it, too.
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
