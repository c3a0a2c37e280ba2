package dev.papack.cli;

import java.util.List;
import java.util.Optional;

/** How a command answers. */
enum OutputFormat {
  /** For people. */
  TEXT,
  /** For programs: an object a line. */
  JSON;

  /** What the option takes. */
  static final List<String> NAMES = List.of("text", "json");

  /** The format of a name. */
  static Optional<OutputFormat> find(String name) {
    return switch (name) {
      case "text" -> Optional.of(TEXT);
      case "json" -> Optional.of(JSON);
      default -> Optional.empty();
    };
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
