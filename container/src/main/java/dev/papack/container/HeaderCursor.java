package dev.papack.container;

import java.nio.charset.StandardCharsets;

/**
 * Walks a header whose form is proven, token after token, without building a tree. Asking for
 * another kind of token than the next one is a defect of the caller.
 */
final class HeaderCursor {
  /** The kinds of value. */
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    INTEGER
  }

  private final byte[] json;
  private int position;

  HeaderCursor(byte[] json) {
    this.json = json;
  }

  /** The position in the file of the next byte. */
  long fileOffsetBytes() {
    return (long) Prelude.BYTES + position;
  }

  /** The kind of the value that comes next. */
  Kind kind() {
    return switch (json[position]) {
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.ARRAY;
      case '"' -> Kind.STRING;
      default -> Kind.INTEGER;
    };
  }

  /** Steps into the object or array that comes next. */
  void enter() {
    position++;
  }

  /** Steps before the next member or element, or out of a container that has no more. */
  boolean hasNext() {
    return switch (json[position]) {
      case ',' -> {
        position++;
        yield true;
      }
      case '}', ']' -> {
        position++;
        yield false;
      }
      default -> true;
    };
  }

  /** The key of the next member, its value not yet read. */
  String key() {
    String key = string();
    position++;
    return key;
  }

  String string() {
    int start = ++position;
    skipToQuote();
    return new String(json, start, position - 1 - start, StandardCharsets.US_ASCII);
  }

  long integer() {
    long value = 0;
    while (position < json.length && json[position] >= '0' && json[position] <= '9') {
      value = value * 10 + (json[position] - '0');
      position++;
    }
    return value;
  }

  /** Steps over the next value, whatever it is. */
  void skip() {
    switch (kind()) {
      case STRING -> {
        position++;
        skipToQuote();
      }
      case INTEGER -> integer();
      case OBJECT -> {
        enter();
        while (hasNext()) {
          position++;
          skipToQuote();
          position++;
          skip();
        }
      }
      case ARRAY -> {
        enter();
        while (hasNext()) {
          skip();
        }
      }
    }
  }

  /** What comes next, to return to with {@link #rewind}. */
  int mark() {
    return position;
  }

  void rewind(int mark) {
    position = mark;
  }

  private void skipToQuote() {
    while (json[position] != '"') {
      position++;
    }
    position++;
  }
}
