package dev.papack.editing;

import java.util.List;
import java.util.Optional;

/**
 * A part of a text that is JSON, or is about to be. Whatever can be told from it is; the rest is
 * passed over. Only for what an editor asks: nothing is ever built from it.
 */
sealed interface LooseValue {
  /** The offset of its first character, in UTF-16 units. */
  int start();

  /** The offset behind its last character. */
  int end();

  /**
   * A string or a word.
   *
   * @param text without the quotes, and with what its escapes stand for
   * @param form how it is written
   */
  record Token(int start, int end, String text, Form form) implements LooseValue {
    boolean isAround(int offset) {
      return switch (form) {
        case CLOSED_STRING -> start < offset && offset < end;
        case OPEN_STRING -> start < offset && offset <= end;
        case WORD -> start <= offset && offset <= end;
      };
    }
  }

  /** How a token is written. */
  enum Form {
    CLOSED_STRING,
    /** Without a closing quote: it ends with its line. */
    OPEN_STRING,
    /** A number, a literal, or a string whose quotes are missing. */
    WORD
  }

  /** An array, closed or not. */
  record Elements(int start, int end, List<LooseValue> values) implements LooseValue {
    public Elements {
      values = List.copyOf(values);
    }
  }

  /** An object, closed or not. */
  record Members(int start, int end, List<Member> members) implements LooseValue {
    public Members {
      members = List.copyOf(members);
    }

    /** The token that is the value of a member. */
    Optional<Token> token(String name) {
      return members.stream()
          .filter(member -> member.name().text().equals(name))
          .flatMap(member -> member.value().stream())
          .filter(Token.class::isInstance)
          .map(Token.class::cast)
          .findFirst();
    }
  }

  /**
   * A member of an object.
   *
   * @param name its name
   * @param colon the offset behind its colon; the end of the name where there is none
   * @param hasColon whether there is one
   * @param value its value, if there is one
   */
  record Member(Token name, int colon, boolean hasColon, Optional<LooseValue> value) {}
}
