package dev.papack.json.line;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * A JSON object in the making, on one line, for other programs. Members are in the order in which
 * they are put. Whoever makes it says which characters are written as they are: what a terminal or
 * a page must not see is escaped, which JSON allows everywhere.
 */
public final class JsonLine {
  private final StringBuilder text;
  private final IntPredicate isPlain;

  private JsonLine(StringBuilder text, IntPredicate isPlain) {
    this.text = text;
    this.isPlain = isPlain;
  }

  /**
   * Writes an object.
   *
   * @param isPlain which code points of a string stand for themselves; quote, backslash and control
   *     characters never do
   * @param members puts all members
   * @return the object, without a line break
   */
  public static String object(IntPredicate isPlain, Consumer<JsonLine> members) {
    StringBuilder text = new StringBuilder();
    new JsonLine(text, isPlain).whole(members);
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
    return putArray(name, values, value -> whole(inner -> members.accept(inner, value)));
  }

  /**
   * A member.
   *
   * @param name its name
   * @param values any texts
   * @return this
   */
  public JsonLine putStrings(String name, Collection<String> values) {
    return putArray(name, values, this::string);
  }

  /**
   * A member.
   *
   * @param name its name
   * @param values any numbers
   * @return this
   */
  public JsonLine putNumbers(String name, Collection<? extends Number> values) {
    return putArray(name, values, text::append);
  }

  private <T> JsonLine putArray(String name, Collection<T> values, Consumer<T> element) {
    name(name);
    text.append('[');
    for (T value : values) {
      separate('[');
      element.accept(value);
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
        if (codePoint >= ' ' && isPlain.test(codePoint)) {
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
