package dev.papack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A nested class of Java that has constants and nothing else. The pool of a class file has 65,535
 * entries, and each constant takes two of them, so that a class has no room for those of many
 * assets. Then they are in interfaces, and the class inherits them: its users see no difference.
 */
final class JavaHolder {
  /** Half of what would fit: a field may get more than a name and a value one day. */
  static final int MAX_FIELDS = 16_384;

  private JavaHolder() {}

  /**
   * The lines of the class, an empty one before it.
   *
   * @param title its name
   * @param fields one declaration each, indented by four
   */
  static List<String> of(String title, List<String> fields) {
    int parts = Math.ceilDiv(fields.size(), MAX_FIELDS);
    List<String> lines = new ArrayList<>();
    if (parts <= 1) {
      lines.addAll(List.of("", "  public static final class " + title + " {"));
      lines.addAll(List.of("    private " + title + "() {}", ""));
      lines.addAll(fields);
      lines.add("  }");
      return lines;
    }
    String names =
        IntStream.rangeClosed(1, parts)
            .mapToObj(part -> title + part)
            .collect(Collectors.joining(", "));
    lines.addAll(
        List.of("", "  public static final class " + title + " implements " + names + " {"));
    lines.addAll(List.of("    private " + title + "() {}", "  }"));
    for (int part = 1; part <= parts; part++) {
      lines.addAll(List.of("", "  public interface " + title + part + " {"));
      lines.addAll(
          fields.subList((part - 1) * MAX_FIELDS, Math.min(fields.size(), part * MAX_FIELDS)));
      lines.add("  }");
    }
    return lines;
  }
}
