package dev.papack.editing;

import dev.papack.editing.LooseValue.Elements;
import dev.papack.editing.LooseValue.Form;
import dev.papack.editing.LooseValue.Member;
import dev.papack.editing.LooseValue.Members;
import dev.papack.editing.LooseValue.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text as far as it is JSON. Missing commas, quotes and brackets are no matter. */
final class LooseReader {
  /** What is deeper in is passed over. */
  private static final int MAX_DEPTH = 32;

  private static final String PUNCTUATION = "{}[],:\"";

  private final String text;
  private int at;

  private LooseReader(String text) {
    this.text = text;
  }

  /** The first value of a text. */
  static Optional<LooseValue> read(String text) {
    return new LooseReader(text).value(0);
  }

  private boolean isAtEnd() {
    return at >= text.length();
  }

  private void skipSpace() {
    while (!isAtEnd() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean isAt(char wanted) {
    return !isAtEnd() && text.charAt(at) == wanted;
  }

  /** Nothing where a value should be, and is not. */
  private Optional<LooseValue> value(int depth) {
    skipSpace();
    if (isAtEnd() || depth > MAX_DEPTH) {
      return Optional.empty();
    }
    return switch (text.charAt(at)) {
      case '{' -> Optional.of(members(depth));
      case '[' -> Optional.of(elements(depth));
      case '}', ']', ',', ':' -> Optional.empty();
      default -> Optional.of(token());
    };
  }

  private Members members(int depth) {
    int start = at++;
    List<Member> members = new ArrayList<>();
    for (skipSpace(); !isAtEnd() && !isAt('}'); skipSpace()) {
      if (isAt(']')) {
        // The bracket of an array around this object, which was never closed.
        return new Members(start, at, members);
      }
      if (PUNCTUATION.indexOf(text.charAt(at)) >= 0 && !isAt('"')) {
        at++;
      } else {
        members.add(member(depth));
      }
    }
    return new Members(start, close(), members);
  }

  private Member member(int depth) {
    Token name = token();
    skipSpace();
    if (!isAt(':')) {
      return new Member(name, name.end(), false, Optional.empty());
    }
    int colon = ++at;
    Optional<LooseValue> value = value(depth + 1);
    skipSpace();
    if (value.isPresent()
        && value.get() instanceof Token token
        && token.form() != Form.WORD
        && isAt(':')) {
      // It is the name of the next member: this one has no value yet.
      at = token.start();
      return new Member(name, colon, true, Optional.empty());
    }
    return new Member(name, colon, true, value);
  }

  private Elements elements(int depth) {
    int start = at++;
    List<LooseValue> values = new ArrayList<>();
    for (skipSpace(); !isAtEnd() && !isAt(']'); skipSpace()) {
      if (isAt('}')) {
        return new Elements(start, at, values);
      }
      Optional<LooseValue> value = value(depth + 1);
      if (value.isPresent()) {
        values.add(value.get());
      } else {
        at++;
      }
    }
    return new Elements(start, close(), values);
  }

  /** Behind the bracket that ends something, or at the end of the text. */
  private int close() {
    if (!isAtEnd()) {
      at++;
    }
    return at;
  }

  private Token token() {
    return isAt('"') ? string() : word();
  }

  private Token string() {
    int start = at++;
    while (!isAtEnd() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      char c = text.charAt(at++);
      if (c == '"') {
        return new Token(
            start, at, Unescaping.of(text.substring(start + 1, at - 1)), Form.CLOSED_STRING);
      }
      if (c == '\\' && !isAtEnd()) {
        at++;
      }
    }
    return new Token(start, at, Unescaping.of(text.substring(start + 1, at)), Form.OPEN_STRING);
  }

  private Token word() {
    int start = at++;
    while (!isAtEnd()
        && !Character.isWhitespace(text.charAt(at))
        && PUNCTUATION.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return new Token(start, at, text.substring(start, at), Form.WORD);
  }
}
