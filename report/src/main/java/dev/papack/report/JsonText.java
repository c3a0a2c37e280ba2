package dev.papack.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A JSON text in the making, of ASCII alone and without {@code <}, {@code >} and {@code &}:
 * whatever a name holds, it can be no markup, and steers no terminal.
 */
final class JsonText {
  private final StringBuilder text = new StringBuilder();

  /** An object, as text. */
  static String object(Consumer<JsonText> members) {
    JsonText json = new JsonText();
    json.whole(members);
    return json.text.toString();
  }

  JsonText put(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  JsonText put(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  JsonText put(String name, Optional<String> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  JsonText put(String name, Consumer<JsonText> members) {
    name(name);
    whole(members);
    return this;
  }

  <T> JsonText putObjects(String name, Collection<T> values, BiConsumer<JsonText, T> members) {
    array(name, values, value -> whole(inner -> members.accept(inner, value)));
    return this;
  }

  JsonText putStrings(String name, Collection<String> values) {
    array(name, values, this::string);
    return this;
  }

  JsonText putNumbers(String name, List<? extends Number> values) {
    array(name, values, text::append);
    return this;
  }

  private <T> void array(String name, Collection<T> values, Consumer<T> element) {
    name(name);
    text.append('[');
    for (T value : values) {
      separate('[');
      element.accept(value);
    }
    text.append(']');
  }

  private void whole(Consumer<JsonText> members) {
    text.append('{');
    members.accept(this);
    text.append('}');
  }

  private void name(String name) {
    separate('{');
    string(name);
    text.append(':');
  }

  private void separate(char opening) {
    if (text.charAt(text.length() - 1) != opening) {
      text.append(',');
    }
  }

  private void string(String value) {
    text.append('"');
    for (int at = 0; at < value.length(); at++) {
      char unit = value.charAt(at);
      switch (unit) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        default -> {
          if (unit >= ' ' && unit < 0x7F && unit != '<' && unit != '>' && unit != '&') {
            text.append(unit);
          } else {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
          }
        }
      }
    }
    text.append('"');
  }
}
