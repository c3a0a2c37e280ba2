package dev.papack.cli.report;

import dev.papack.cli.output.Printable;

/** Text in SARIF, in which braces are placeholders and brackets links (3.11.5 and 3.11.6). */
final class SarifText {
  /** A tile can have a thousand colours. */
  private static final int MAX_CHARACTERS = 480;

  private SarifText() {}

  /** The message of a finding: what is wrong, then what to do. */
  static String of(Finding finding) {
    StringBuilder text = new StringBuilder(sentence(finding.diagnostic().message()));
    finding.help().forEach(line -> text.append("\nHelp: ").append(sentence(line)));
    return text.toString();
  }

  /** A sentence of ours, with names and values of anybody's. */
  static String sentence(String text) {
    String plain = Printable.escape(text).replace("{", "{{").replace("}", "}}");
    // Only together do they make a link.
    String unlinked = plain.replace("](", "\\](");
    return unlinked.endsWith(".") ? unlinked : unlinked + ".";
  }

  /** A value. */
  static String cut(String value) {
    String shown = Printable.escape(value);
    return shown.length() <= MAX_CHARACTERS ? shown : shown.substring(0, MAX_CHARACTERS) + "...";
  }
}
