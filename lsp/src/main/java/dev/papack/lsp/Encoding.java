package dev.papack.lsp;

import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.TextRange;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an editor counts in a line, from 0. */
enum Encoding {
  UTF_16("utf-16"),
  UTF_8("utf-8");

  private final String word;

  Encoding(String word) {
    this.word = word;
  }

  /** How the protocol calls it. */
  String word() {
    return word;
  }

  /** The first of those that an editor offers; the usual one if it offers none that is known. */
  static Encoding of(List<Json> offered) {
    return offered.stream()
        .filter(Json.Text.class::isInstance)
        .map(value -> ((Json.Text) value).value())
        .flatMap(name -> Arrays.stream(values()).filter(known -> known.word.equals(name)))
        .findFirst()
        .orElse(UTF_16);
  }

  /** A range as the protocol has it. */
  Json range(TextRange range, LineIndex lines) {
    return Json.object()
        .put("start", position(range.line(), range.column(), lines))
        .put("end", position(range.endLine(), range.endColumn(), lines))
        .done();
  }

  private Json position(int line, int column, LineIndex lines) {
    int units = column - 1;
    return Json.object()
        .put("line", line - 1L)
        .put(
            "character",
            switch (this) {
              case UTF_16 -> units;
              case UTF_8 -> line > lines.lineCount() ? units : bytes(lines.line(line), units);
            })
        .done();
  }

  private static int bytes(String line, int units) {
    int bytes = 0;
    for (int at = 0;
        at < Math.min(units, line.length());
        at += Character.charCount(line.codePointAt(at))) {
      bytes += bytes(line.codePointAt(at));
    }
    return bytes + Math.max(0, units - line.length());
  }

  private static int bytes(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
  }

  /**
   * A place that an editor names; what is beyond a line is its end.
   *
   * @throws RpcException if it is none
   */
  TextPosition position(Json.Members position, LineIndex lines) throws RpcException {
    int line = number(position, "line");
    int character = number(position, "character");
    return new TextPosition(
        line + 1,
        1
            + switch (this) {
              case UTF_16 -> character;
              case UTF_8 ->
                  line >= lines.lineCount() ? character : units(lines.line(line + 1), character);
            });
  }

  private static int units(String line, int bytes) {
    int at = 0;
    int left = bytes;
    while (at < line.length() && left > 0) {
      left -= bytes(line.codePointAt(at));
      at += Character.charCount(line.codePointAt(at));
    }
    return at;
  }

  private static int number(Json.Members position, String name) throws RpcException {
    return Optional.of(position.number(name))
        .filter(number -> number.isPresent() && number.getAsInt() >= 0)
        .map(number -> Math.min(number.getAsInt(), Integer.MAX_VALUE - 1))
        .orElseThrow(
            () -> new RpcException(RpcException.INVALID_PARAMS, "a position has no " + name));
  }
}
