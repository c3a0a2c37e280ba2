package dev.papack.conformance;

import java.util.List;

/** The table of the kit: one case a line, in the order of the files. */
final class Manifest {
  /** Its name in the kit's folder. */
  static final String FILE = "manifest.json";

  private Manifest() {}

  /** The text of the manifest; every text of a case is ASCII without quote and backslash. */
  static String of(List<Case> cases) {
    List<String> lines = cases.stream().map(Manifest::line).toList();
    return "{\"cases\": [\n" + String.join(",\n", lines) + "\n]}\n";
  }

  private static String line(Case one) {
    StringBuilder line = new StringBuilder("  {");
    member(line, "file", quoted(one.file()));
    member(line, "verdict", quoted(one.refusal().map(Refusal::verdict).orElse("valid")));
    one.refusal().ifPresent(refusal -> member(line, "stage", quoted(refusal.stage())));
    one.refusal().ifPresent(refusal -> member(line, "code", quoted(refusal.code())));
    member(
        line,
        "rules",
        "[" + String.join(", ", one.rules().stream().map(Manifest::quoted).toList()) + "]");
    one.twin().ifPresent(twin -> member(line, "twin", quoted(twin)));
    member(line, "about", quoted(one.about()));
    member(line, "sha256", quoted(one.content().digest()));
    return line.append('}').toString();
  }

  private static void member(StringBuilder line, String name, String json) {
    line.append(line.charAt(line.length() - 1) == '{' ? "" : ", ");
    line.append(quoted(name)).append(": ").append(json);
  }

  private static String quoted(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c > '~' || c == '"' || c == '\\')) {
      throw new IllegalArgumentException("no plain text: " + text);
    }
    return "\"" + text + "\"";
  }
}
