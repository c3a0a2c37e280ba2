package dev.papack.json;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The one form in which documents are written, so that equal values are equal bytes and a change of
 * one entry is a change of one line.
 *
 * <p>The root, and an array with objects that is the root's member, are broken: one member or
 * element per line, each level indented by two spaces. Everything within is on one line, with
 * {@code ", "} and {@code ": "} between. A brace on such a line has a space inside, unless it is
 * within an array: there one entry of many is to be compact. What is empty is {@code {}} or {@code
 * []}. A line feed ends the document.
 *
 * <p>Where a document is a list of settings, an object that is the root's member is broken, too:
 * one setting per line.
 *
 * <p>Strings escape quote, backslash, control characters and what cannot be seen; all else is
 * written as it is.
 */
public final class StableForm {
  /**
   * First and last code points, ascending, of what an editor does not show: format characters,
   * bidirectional controls, line and paragraph separators, fillers, variation selectors, tags.
   * Written out, since {@link Character#getType(int)} changes with the runtime and the one form
   * must not.
   */
  private static final int[][] HIDDEN = {
    {0x007F, 0x009F},
    {0x00AD, 0x00AD},
    {0x034F, 0x034F},
    {0x061C, 0x061C},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF},
  };

  /** So much of a long list is written at once. */
  private static final int PIECE_CHARS = 32 << 10;

  /** What ends a document that has members: it closes the root. */
  public static final String END = "\n}\n";

  /** How an object or array is laid out. */
  private enum Layout {
    /** The root. */
    ROOT,
    /** A member of the root. */
    MEMBER,
    /** A member of the root that is a group of settings. */
    GROUP,
    /** On the line of a member, outside of arrays. */
    SPACED,
    /** On one line, within an array. */
    COMPACT
  }

  /** How an object is laid out that is a member of the root. */
  private final Layout member;

  private final StringBuilder out = new StringBuilder();

  private StableForm(Layout member) {
    this.member = member;
  }

  /**
   * Writes a document.
   *
   * @param root its value; members keep their order, numbers their text
   * @return text to be encoded as UTF-8
   */
  public static String write(JsonNode root) {
    return write(root, Layout.MEMBER);
  }

  /**
   * Writes a document of settings, each on a line of its own.
   *
   * @param root its value; members keep their order, numbers their text
   * @return text to be encoded as UTF-8
   */
  public static String writeBySetting(JsonNode root) {
    return write(root, Layout.GROUP);
  }

  /** Writes a document whose list is made while it is written, and the members behind it last. */
  static void writeRows(RowDocument document, Writer out, RowDocument.Last last)
      throws IOException {
    StableForm form = new StableForm(Layout.MEMBER);
    form.members(document.before(), "{\n  ");
    form.out.append(document.before().isEmpty() ? "{\n  " : ",\n  ");
    form.string(document.name());
    form.out.append(": [");
    String separator = "\n    ";
    boolean isEmpty = true;
    for (Iterator<JsonObject> rows = document.rows().get().iterator(); rows.hasNext(); ) {
      form.out.append(separator);
      form.node(rows.next(), Layout.COMPACT);
      separator = ",\n    ";
      isEmpty = false;
      if (form.out.length() > PIECE_CHARS) {
        form.moveTo(out);
      }
    }
    form.out.append(isEmpty ? "]" : "\n  ]");
    form.members(document.after(), ",\n  ");
    form.moveTo(out);
    form.members(last.members(), ",\n  ");
    form.out.append(END);
    form.moveTo(out);
  }

  /** Some members of the root, each on its line. */
  private void members(List<JsonMember> members, String first) {
    String separator = first;
    for (JsonMember each : members) {
      out.append(separator);
      string(each.name());
      out.append(": ");
      node(each.value(), member);
      separator = ",\n  ";
    }
  }

  private void moveTo(Writer writer) throws IOException {
    writer.append(out);
    out.setLength(0);
  }

  private static String write(JsonNode root, Layout member) {
    StableForm form = new StableForm(member);
    form.node(root, Layout.ROOT);
    return form.out.append('\n').toString();
  }

  /**
   * Writes a value by itself, on one line.
   *
   * @param value anything
   * @return equal for equal values
   */
  public static String inOneLine(JsonNode value) {
    StableForm form = new StableForm(Layout.MEMBER);
    form.node(value, Layout.COMPACT);
    return form.out.toString();
  }

  /**
   * Writes a string by itself, as it would be in a document.
   *
   * @param text anything
   * @return with its quotes
   */
  public static String quoted(String text) {
    StableForm form = new StableForm(Layout.MEMBER);
    form.string(text);
    return form.out.toString();
  }

  private void node(JsonNode node, Layout layout) {
    switch (node) {
      case JsonObject object -> object(object.members(), layout);
      case JsonArray array -> array(array.elements(), layout);
      case JsonString string -> string(string.text());
      case JsonNumber number -> out.append(number.text());
      case JsonBoolean truth -> out.append(truth.value());
      case JsonNull _ -> out.append("null");
    }
  }

  private void object(List<JsonMember> members, Layout layout) {
    if (members.isEmpty()) {
      out.append("{}");
      return;
    }
    String inside =
        switch (layout) {
          case ROOT -> "\n  ";
          case GROUP -> "\n    ";
          case MEMBER, SPACED -> " ";
          case COMPACT -> "";
        };
    String end =
        switch (layout) {
          case ROOT -> "\n";
          case GROUP -> "\n  ";
          case MEMBER, SPACED -> " ";
          case COMPACT -> "";
        };
    String next =
        switch (layout) {
          case ROOT, GROUP -> "," + inside;
          case MEMBER, SPACED, COMPACT -> ", ";
        };
    Layout inner =
        switch (layout) {
          case ROOT -> member;
          case GROUP, MEMBER, SPACED -> Layout.SPACED;
          case COMPACT -> Layout.COMPACT;
        };
    String separator = "{" + inside;
    for (JsonMember each : members) {
      out.append(separator);
      string(each.name());
      out.append(": ");
      node(each.value(), inner);
      separator = next;
    }
    out.append(end).append('}');
  }

  private void array(List<JsonNode> elements, Layout layout) {
    if (elements.isEmpty()) {
      out.append("[]");
      return;
    }
    Layout broken =
        elements.stream().anyMatch(JsonObject.class::isInstance) ? layout : Layout.COMPACT;
    String before =
        switch (broken) {
          case ROOT -> "\n  ";
          case MEMBER, GROUP -> "\n    ";
          case SPACED, COMPACT -> "";
        };
    String after =
        switch (broken) {
          case ROOT -> "\n";
          case MEMBER, GROUP -> "\n  ";
          case SPACED, COMPACT -> "";
        };
    String separator = "[" + before;
    for (JsonNode element : elements) {
      out.append(separator);
      node(element, Layout.COMPACT);
      separator = before.isEmpty() ? ", " : "," + before;
    }
    out.append(after).append(']');
  }

  private void string(String text) {
    out.append('"');
    if (isPlain(text)) {
      out.append(text);
    } else {
      text.codePoints().forEach(this::character);
    }
    out.append('"');
  }

  /** Whether every character stands for itself: what nearly all strings of documents are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private void character(int codePoint) {
    switch (codePoint) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (codePoint < ' ' || isHidden(codePoint)) {
          for (char unit : Character.toChars(codePoint)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
          }
        } else {
          out.appendCodePoint(codePoint);
        }
      }
    }
  }

  private static boolean isHidden(int codePoint) {
    for (int[] range : HIDDEN) {
      if (codePoint <= range[1]) {
        return codePoint >= range[0];
      }
    }
    return false;
  }
}
