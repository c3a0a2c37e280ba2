package dev.papack.cli.output;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A JSON object in the making, on one line. Members are in the order in which they are put; what a
 * terminal must not see is escaped, which JSON allows everywhere.
 */
public final class JsonLine {
  private final StringBuilder text;

  private JsonLine(StringBuilder text) {
    this.text = text;
  }

  /**
   * An object of ours: its kind and version come first.
   *
   * @param artifact its kind
   * @param schemaVersion the version of that kind
   * @param members puts the rest
   * @return the object, without a line break
   */
  public static String of(String artifact, int schemaVersion, Consumer<JsonLine> members) {
    return object(inner ->
        members.accept(inner.put("artifact", artifact).put("schema_version", schemaVersion)));
  }

  /**
   * An object of somebody else's format.
   *
   * @param members puts all of them
   * @return the object, without a line break
   */
  public static String object(Consumer<JsonLine> members) {
    StringBuilder text = new StringBuilder();
    new JsonLine(text).whole(members);
    return text.toString();
  }

  /**
   * A member.
   *
   * @param name its name
   * @param value any text
   * @return this
   */
  public JsonLine put(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  /**
   * A member.
   *
   * @param name its name
   * @param value a number
   * @return this
   */
  public JsonLine put(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  /**
   * A member.
   *
   * @param name its name
   * @param value true or false
   * @return this
   */
  public JsonLine put(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  /**
   * A member, where there is a value.
   *
   * @param name its name
   * @param value any text, or nothing
   * @return this
   */
  public JsonLine put(String name, Optional<String> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  /**
   * A member, where there is a value.
   *
   * @param name its name
   * @param value a number, or nothing
   * @return this
   */
  public JsonLine putNumber(String name, Optional<Integer> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  /**
   * A member.
   *
   * @param name its name
   * @param members puts those of the inner object
   * @return this
   */
  public JsonLine putObject(String name, Consumer<JsonLine> members) {
    name(name);
    whole(members);
    return this;
  }

  /**
   * A member.
   *
   * @param name its name
   * @param values the elements
   * @param members puts the members of the object that an element is
   * @param <T> the elements' type
   * @return this
   */
  public <T> JsonLine putObjects(
      String name, Collection<T> values, BiConsumer<JsonLine, T> members) {
    name(name);
    text.append('[');
    for (T value : values) {
      separate('[');
      whole(inner -> members.accept(inner, value));
    }
    text.append(']');
    return this;
  }

  /**
   * A member.
   *
   * @param name its name
   * @param values any texts
   * @return this
   */
  public JsonLine putStrings(String name, Collection<String> values) {
    name(name);
    text.append('[');
    for (String value : values) {
      separate('[');
      string(value);
    }
    text.append(']');
    return this;
  }

  /**
   * A member.
   *
   * @param name its name
   * @param values any numbers
   * @return this
   */
  public JsonLine putNumbers(String name, Collection<Long> values) {
    name(name);
    text.append('[');
    for (long value : values) {
      separate('[');
      text.append(value);
    }
    text.append(']');
    return this;
  }

  private void whole(Consumer<JsonLine> members) {
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
    value.codePoints().forEach(this::character);
    text.append('"');
  }

  private void character(int codePoint) {
    switch (codePoint) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\t' -> text.append("\\t");
      default -> {
        if (Printable.isPrintable(codePoint)) {
          text.appendCodePoint(codePoint);
        } else {
          for (char unit : Character.toChars(codePoint)) {
            text.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) unit));
          }
        }
      }
    }
  }
}
