package dev.papack.lsp;

/** A bug in this program, for those who fix it. */
final class Defect {
  private Defect() {}

  static String inWords(Throwable defect) {
    StringBuilder words =
        new StringBuilder(
                "this is a bug in papack, not an error in your files; please report it:\n")
            .append(defect);
    for (StackTraceElement line : defect.getStackTrace()) {
      words.append("\n    at ").append(line);
    }
    return words.toString();
  }
}
