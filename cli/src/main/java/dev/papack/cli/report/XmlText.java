package dev.papack.cli.report;

import dev.papack.cli.output.Printable;

/** Text in XML 1.0. */
final class XmlText {
  private XmlText() {}

  /** Text for an element or a quoted attribute; what XML cannot hold is escaped before. */
  static String escape(String text) {
    return Printable.escape(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
