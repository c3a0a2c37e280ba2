package dev.papack.json;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextRange;
import dev.papack.source.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * Makes the tree from the parser's tokens. Ranges come from the text: after one token, the next
 * begins at the first character that is neither white space nor a separator. The parser itself is
 * one token ahead inside of objects and cannot say where a token ends.
 */
final class TreeBuilder {
  /** Behind this many doubled names nobody reads on, and a list of them would cost memory. */
  private static final int DOUBLED_NAMES_REPORTED = 100;

  private final JsonText text;
  private final JsonParser parser;
  private final Optional<LexicalScan.Fault> cut;
  private final Deque<OpenContainer> open = new ArrayDeque<>();
  private final List<Diagnostic> doubledNames = new ArrayList<>();

  /** Behind the last token. */
  private int offset;

  private int valueCount;

  /**
   * One document.
   *
   * @param text all of it
   * @param parser over its beginning, up to the cut
   * @param cut where that is and why; empty if the parser has all of the text
   */
  TreeBuilder(JsonText text, JsonParser parser, Optional<LexicalScan.Fault> cut) {
    this.text = text;
    this.parser = parser;
    this.cut = cut;
  }

  Outcome<JsonNode> build() {
    Optional<JsonNode> root = Optional.empty();
    while (root.isEmpty()) {
      try {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return refused(endFault());
        }
        root = take(token);
      } catch (JacksonException fault) {
        int place = faultOffset(fault);
        return refused(place >= end() ? endFault() : syntax().at(place));
      }
      if (valueCount > Limits.JSON_VALUES) {
        return refused(tooManyValues());
      }
      if (doubledNames.size() == DOUBLED_NAMES_REPORTED) {
        return new Outcome.Refused<>(doubledNames);
      }
    }
    int rest = text.skipSpace(offset);
    if (rest < text.length()) {
      return refused(syntax().behindRoot(rest));
    }
    return doubledNames.isEmpty() ? Outcome.of(root.get()) : new Outcome.Refused<>(doubledNames);
  }

  /** The root, once the token has completed it. */
  private Optional<JsonNode> take(JsonToken token) {
    int start = tokenStart();
    return switch (token) {
      case START_OBJECT -> {
        open.push(new OpenContainer.OpenObject(start));
        yield opened(start);
      }
      case START_ARRAY -> {
        open.push(new OpenContainer.OpenArray(start));
        yield opened(start);
      }
      case END_OBJECT, END_ARRAY -> {
        offset = start + 1;
        OpenContainer closed = open.pop();
        yield completed(closed.close(text.lines().range(closed.startOffset(), offset)));
      }
      case PROPERTY_NAME -> {
        name(parser.currentName(), rangeTo(start, stringEnd(start)));
        yield Optional.empty();
      }
      case VALUE_STRING ->
          value(new JsonString(parser.getString(), rangeTo(start, stringEnd(start))));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        String number = parser.getString();
        yield value(new JsonNumber(number, rangeTo(start, start + number.length())));
      }
      case VALUE_TRUE -> value(new JsonBoolean(true, rangeTo(start, start + "true".length())));
      case VALUE_FALSE -> value(new JsonBoolean(false, rangeTo(start, start + "false".length())));
      case VALUE_NULL -> value(new JsonNull(rangeTo(start, start + "null".length())));
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("text has no token " + token);
    };
  }

  private Optional<JsonNode> opened(int start) {
    offset = start + 1;
    valueCount++;
    return Optional.empty();
  }

  private Optional<JsonNode> value(JsonNode node) {
    valueCount++;
    return completed(node);
  }

  private Optional<JsonNode> completed(JsonNode node) {
    OpenContainer container = open.peek();
    if (container == null) {
      return Optional.of(node);
    }
    container.add(node);
    return Optional.empty();
  }

  private void name(String name, TextRange range) {
    if (!(open.peek() instanceof OpenContainer.OpenObject object)) {
      throw new IllegalStateException("a name outside of an object");
    }
    Optional<TextRange> first = object.name(name, range);
    if (first.isPresent()) {
      doubledNames.add(
          Diagnostic.error(
                  DiagnosticCode.JSON_DOUBLED_NAME,
                  text.file().at(range),
                  "the member " + ShownText.quoted(name) + " appears twice in one object")
              .found(ShownText.quoted(name))
              .advice("keep one of the two")
              .related(text.file().at(first.get()), "the first one"));
    }
  }

  private TextRange rangeTo(int start, int end) {
    offset = end;
    return text.lines().range(start, end);
  }

  private int tokenStart() {
    int start = offset;
    while (isBetweenTokens(text.characters().charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isBetweenTokens(char c) {
    return JsonText.isSpace(c) || c == ',' || c == ':';
  }

  /** Behind the closing quote of a string that the scan has found closed. */
  private int stringEnd(int openingQuote) {
    int end = openingQuote + 1;
    while (text.characters().charAt(end) != '"') {
      end += text.characters().charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private Outcome<JsonNode> refused(Diagnostic fault) {
    List<Diagnostic> all = new ArrayList<>(doubledNames);
    all.add(fault);
    return new Outcome.Refused<>(all);
  }

  private int end() {
    return cut.map(LexicalScan.Fault::offset).orElse(text.length());
  }

  private Diagnostic endFault() {
    return cut.map(LexicalScan.Fault::diagnostic).orElseGet(() -> syntax().atEnd());
  }

  private SyntaxFault syntax() {
    return new SyntaxFault(text, offset, Optional.ofNullable(open.peek()));
  }

  private int faultOffset(JacksonException fault) {
    TokenStreamLocation location = fault.getLocation();
    long found = location == null ? offset : location.getCharOffset();
    return Math.clamp(found, offset, text.length());
  }

  private Diagnostic tooManyValues() {
    return Diagnostic.error(
            DiagnosticCode.JSON_VALUES,
            text.at(offset - 1, offset),
            "the document has more than " + Limits.JSON_VALUES + " values")
        .limit(Integer.toString(Limits.JSON_VALUES))
        .advice("restore the document from version control: no workspace needs so many values");
  }
}
