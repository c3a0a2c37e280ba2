package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough JSON to read what the command line writes, and no more lenient than that. */
final class JsonObjects {
  private final String text;
  private int next;

  private JsonObjects(String text) {
    this.text = text;
  }

  /** An object that begins with its kind and version, and nothing behind it. */
  static Map<String, Object> parse(String line) {
    assertThat(line).matches("\\{\"artifact\":\"[a-z]+\",\"schema_version\":[1-9][0-9]*[,}].*");
    JsonObjects parser = new JsonObjects(line);
    Map<String, Object> object = parser.object();
    assertThat(parser.next).as("behind the object: " + line).isEqualTo(line.length());
    return object;
  }

  private Object value() {
    return switch (text.charAt(next)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't', 'f' -> truth();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    take('{');
    while (text.charAt(next) != '}') {
      if (!members.isEmpty()) {
        take(',');
      }
      String name = string();
      take(':');
      assertThat(members.put(name, value())).as("doubled member " + name).isNull();
    }
    take('}');
    return members;
  }

  private List<Object> array() {
    List<Object> values = new ArrayList<>();
    take('[');
    while (text.charAt(next) != ']') {
      if (!values.isEmpty()) {
        take(',');
      }
      values.add(value());
    }
    take(']');
    return values;
  }

  private String string() {
    StringBuilder value = new StringBuilder();
    take('"');
    while (text.charAt(next) != '"') {
      char c = text.charAt(next++);
      assertThat(c).as("unescaped control character").isGreaterThanOrEqualTo(' ');
      value.append(c == '\\' ? escaped() : c);
    }
    take('"');
    return value.toString();
  }

  private char escaped() {
    char c = text.charAt(next++);
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'u' -> {
        next += 4;
        yield (char) Integer.parseInt(text.substring(next - 4, next), 16);
      }
      default -> throw new AssertionError("escape \\" + c);
    };
  }

  private Boolean truth() {
    String word = text.charAt(next) == 't' ? "true" : "false";
    assertThat(text.substring(next)).startsWith(word);
    next += word.length();
    return Boolean.valueOf(word);
  }

  private Long number() {
    int from = next;
    while (Character.isDigit(text.charAt(next)) || text.charAt(next) == '-') {
      next++;
    }
    return Long.valueOf(text.substring(from, next));
  }

  private void take(char wanted) {
    assertThat(text.charAt(next)).as("at " + next + " of " + text).isEqualTo(wanted);
    next++;
  }
}
