package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.BYTE_ORDER_MARK;
import static dev.papack.conformance.Refusal.ENCODING;
import static dev.papack.conformance.Refusal.SYNTAX;
import static dev.papack.conformance.document.DocumentDraft.bytes;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Row 1: J2 and J3. */
final class EncodingCases {
  private EncodingCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    otherEncodings(assets);
    byteOrderMark(assets);
    overlong(assets);
    surrogates(assets);
    aboveUnicode(assets);
    cutShort(assets);
    places(assets);
  }

  private static void otherEncodings(Cases<DocumentDraft> assets) {
    encoded(
        assets,
        "J2",
        ENCODING,
        "utf-16-le-with-bom",
        "UTF-16 with a byte order mark",
        "FF FE",
        StandardCharsets.UTF_16LE);
    encoded(
        assets,
        "J2",
        ENCODING,
        "utf-16-be-with-bom",
        "UTF-16 with a byte order mark",
        "FE FF",
        StandardCharsets.UTF_16BE);
    encoded(
        assets,
        "J2",
        ENCODING,
        "utf-32-le-with-bom",
        "UTF-32 with a byte order mark",
        "FF FE 00 00",
        Charset.forName("UTF-32LE"));
    encoded(
        assets,
        "J2",
        ENCODING,
        "utf-32-be-with-bom",
        "UTF-32 with a byte order mark",
        "00 00 FE FF",
        Charset.forName("UTF-32BE"));
    encoded(
        assets,
        "J4",
        SYNTAX,
        "utf-16-le",
        "UTF-16: zeros behind characters",
        "",
        StandardCharsets.UTF_16LE);
    encoded(
        assets,
        "J4",
        SYNTAX,
        "utf-16-be",
        "UTF-16: zeros before characters",
        "",
        StandardCharsets.UTF_16BE);
    encoded(
        assets,
        "J4",
        SYNTAX,
        "utf-32-le",
        "UTF-32: zeros behind characters",
        "",
        Charset.forName("UTF-32LE"));
    encoded(
        assets,
        "J4",
        SYNTAX,
        "utf-32-be",
        "UTF-32: zeros before characters",
        "",
        Charset.forName("UTF-32BE"));
  }

  private static void encoded(
      Cases<DocumentDraft> assets,
      String rule,
      Refusal refusal,
      String name,
      String about,
      String mark,
      Charset charset) {
    assets.breaks(
        rule,
        refusal,
        name,
        about,
        document ->
            document.text(text ->
                bytes(mark) + new String(text.getBytes(charset), StandardCharsets.ISO_8859_1)));
  }

  private static void byteOrderMark(Cases<DocumentDraft> assets) {
    String mark = bytes("EF BB BF");
    assets.breaks(
        "J3",
        BYTE_ORDER_MARK,
        "byte-order-mark",
        "a byte order mark first",
        document -> document.text(text -> mark + text));
    assets.breaks(
        "J3",
        BYTE_ORDER_MARK,
        "byte-order-mark-alone",
        "a byte order mark alone",
        document -> document.text(mark));
    assets.breaks(
        "J4",
        SYNTAX,
        "byte-order-mark-between-tokens",
        "U+FEFF between tokens, where it is no white space",
        document -> document.edit("\"bank\":", mark + "\"bank\":"));
  }

  private static void overlong(Cases<DocumentDraft> assets) {
    source(assets, "overlong-slash-of-2", "a slash in two bytes", "C0 AF");
    source(assets, "overlong-slash-of-3", "a slash in three bytes", "E0 80 AF");
    source(assets, "overlong-slash-of-4", "a slash in four bytes", "F0 80 80 AF");
    source(assets, "overlong-zero", "U+0000 in two bytes, as some programs write it", "C0 80");
    source(assets, "overlong-largest-of-2", "U+007F in two bytes", "C1 BF");
    source(assets, "overlong-largest-of-3", "U+07FF in three bytes", "E0 9F BF");
    source(assets, "overlong-largest-of-4", "U+FFFF in four bytes", "F0 8F BF BF");
  }

  private static void surrogates(Cases<DocumentDraft> assets) {
    source(assets, "surrogate-high", "a high surrogate in three bytes", "ED A0 80");
    source(assets, "surrogate-low", "a low surrogate in three bytes", "ED BF BF");
    source(
        assets,
        "surrogate-pair",
        "U+1D11E as two surrogates of three bytes, CESU-8",
        "ED A0 B4 ED B4 9E");
  }

  private static void aboveUnicode(Cases<DocumentDraft> assets) {
    source(assets, "above-10ffff", "U+110000 in four bytes", "F4 90 80 80");
    source(assets, "lead-byte-f5", "a sequence that begins with F5", "F5 80 80 80");
    source(assets, "sequence-of-5", "a sequence of five bytes", "F8 88 80 80 80");
    source(assets, "sequence-of-6", "a sequence of six bytes", "FC 84 80 80 80 80");
    source(assets, "byte-fe", "the byte FE", "FE");
    source(assets, "byte-ff", "the byte FF", "FF");
  }

  private static void cutShort(Cases<DocumentDraft> assets) {
    source(assets, "sequence-of-2-cut", "one of two bytes, and a letter behind it", "C3");
    source(assets, "sequence-of-3-cut", "two of three bytes, and a letter behind them", "E2 82");
    source(
        assets, "sequence-of-4-cut", "three of four bytes, and a letter behind them", "F0 9D 84");
    source(assets, "sequence-without-continuation", "two lead bytes in a row", "E2 E2 82 AC");
    source(assets, "continuation-alone", "a continuation byte that continues nothing", "80");
    source(
        assets, "continuation-too-many", "a continuation byte behind a whole sequence", "C3 A9 A9");
  }

  /** Bytes within the name of the source, letters before and behind them. */
  private static void source(Cases<DocumentDraft> assets, String name, String about, String hex) {
    assets.breaks(
        "J2", ENCODING, name, about, document -> document.source("h" + bytes(hex) + "ero.png"));
  }

  private static void places(Cases<DocumentDraft> assets) {
    assets.breaks(
        "J2",
        ENCODING,
        "latin-1",
        "a letter of Latin-1",
        document -> document.source("h" + bytes("E9") + "ros.png"));
    assets.breaks(
        "J2",
        ENCODING,
        "latin-1-before-quote",
        "a letter of Latin-1 last in a string: the quote is not part of it",
        document -> document.source("hero" + bytes("E9")));
    assets.breaks(
        "J2",
        ENCODING,
        "latin-1-in-name",
        "a letter of Latin-1 in a member's name",
        document -> document.member("\"" + bytes("E9") + "\": 0"));
    assets.breaks(
        "J2",
        ENCODING,
        "latin-1-between-tokens",
        "the no-break space of Latin-1 between tokens",
        document -> document.edit("\"bank\":", bytes("A0") + "\"bank\":"));
    assets.breaks(
        "J2",
        ENCODING,
        "overlong-brace",
        "the first brace in two bytes",
        document -> document.text(text -> bytes("C1 BB") + text.substring(1)));
    assets.breaks(
        "J2",
        ENCODING,
        "byte-behind-root",
        "the byte FF behind the root",
        document -> document.text(text -> text + bytes("FF")));
    assets.breaks(
        "J2",
        ENCODING,
        "sequence-cut-by-end",
        "the first of two bytes last",
        document -> document.text(text -> text + bytes("C3")));
  }
}
