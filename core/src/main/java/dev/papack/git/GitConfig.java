package dev.papack.git;

import java.util.Locale;

/** As much of git's configuration format as tells whether a merge driver is in it. */
final class GitConfig {
  private GitConfig() {}

  /**
   * Whether a section {@code [merge "NAME"]} has a {@code driver}. Included files are not read.
   *
   * @param text a configuration
   * @param name of the driver, without quotes or backslashes
   */
  static boolean hasDriver(String text, String name) {
    boolean isInSection = false;
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.startsWith("[")) {
        int end = line.indexOf(']');
        String[] section =
            line.substring(1, end < 0 ? line.length() : end).strip().split("\\s+", 2);
        isInSection =
            section.length == 2
                && section[0].toLowerCase(Locale.ROOT).equals("merge")
                && section[1].equals('"' + name + '"');
        line = end < 0 ? "" : line.substring(end + 1).strip();
      }
      int equals = line.indexOf('=');
      if (isInSection
          && equals > 0
          && line.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals("driver")
          && !line.substring(equals + 1).isBlank()) {
        return true;
      }
    }
    return false;
  }
}
