package dev.papack.json;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The characters of a document, known to be UTF-8 without a byte order mark. Decoding comes first
 * and is strict, since a byte parser takes overlong forms and guesses at UTF-16.
 *
 * @param characters from position 0, backed by an array
 * @param lines of the same characters
 * @param file where they come from
 */
record JsonText(CharBuffer characters, LineIndex lines, Location file) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static Outcome<JsonText> decode(Snapshot snapshot, Artifact artifact) {
    ByteBuffer bytes = snapshot.bytes();
    // Never more UTF-16 units than bytes of UTF-8, so the decoder cannot overflow.
    CharBuffer characters = CharBuffer.allocate(bytes.remaining());
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(bytes, characters, true);
    characters.flip();
    JsonText text =
        new JsonText(
            characters, LineIndex.of(characters), snapshot.location(artifact).in(snapshot.text()));
    if (result.isError()) {
      return Outcome.refused(text.encodingFault(bytes));
    }
    if (!characters.isEmpty() && characters.charAt(0) == BYTE_ORDER_MARK) {
      Location mark = text.at(0, 1);
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.JSON_BYTE_ORDER_MARK,
                  mark,
                  "the document starts with a byte order mark")
              .fix(Fix.edit("save the file as UTF-8 without BOM", Certainty.SAFE, mark.edit(""))));
    }
    return Outcome.of(text);
  }

  /** The decoder stopped in front of the fault, with everything before it decoded. */
  private Diagnostic encodingFault(ByteBuffer bytes) {
    int offset = bytes.position();
    String found = String.format(Locale.ROOT, "0x%02X", bytes.get(offset));
    int end = characters.length();
    return Diagnostic.error(
            DiagnosticCode.JSON_ENCODING,
            at(end, end).atByte(offset),
            "the document is not UTF-8: the byte " + found + " is not valid at this place")
        .found(found)
        .supported("UTF-8")
        .advice("save the file as UTF-8");
  }

  /** The place of the characters from one offset to another, the end exclusive. */
  Location at(int startOffset, int endOffset) {
    return file.at(lines.range(startOffset, endOffset));
  }

  int length() {
    return characters.length();
  }

  /** The first character at or after an offset that is no JSON white space, or the end. */
  int skipSpace(int offset) {
    int next = offset;
    while (next < characters.length() && isSpace(characters.charAt(next))) {
      next++;
    }
    return next;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
