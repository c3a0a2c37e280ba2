package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.DEPTH;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.NOT_AN_INTEGER;
import static dev.papack.conformance.Refusal.OUT_OF_RANGE;
import static dev.papack.conformance.Refusal.PATH_FORM;
import static dev.papack.conformance.Refusal.TOKEN_LENGTH;
import static dev.papack.conformance.document.DocumentDraft.utf8;

import dev.papack.conformance.Cases;

/**
 * Row 1: J6 and J7. No valid document comes near these limits, so the files at them are refused
 * later, as such a member, number or path has to be.
 */
final class TextLimitCases {
  private static final int MAX_STRING_BYTES = 65_536;

  private TextLimitCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    depth(assets);
    strings(assets);
    names(assets);
    numbers(assets);
  }

  private static void depth(Cases<DocumentDraft> assets) {
    atDepth(assets, "depth-32-arrays", "arrays, with the root 32 deep", nested("[", 31, "", "]"));
    beyond(
        assets,
        "depth-33-arrays",
        "arrays, with the root 33 deep",
        nested("[", 32, "", "]"),
        "depth-32-arrays");
    atDepth(
        assets,
        "depth-32-objects",
        "objects, with the root 32 deep",
        nested("{\"a\": ", 30, "{}", "}"));
    beyond(
        assets,
        "depth-33-objects",
        "objects, with the root 33 deep",
        nested("{\"a\": ", 31, "{}", "}"),
        "depth-32-objects");
    atDepth(
        assets,
        "depth-32-mixed",
        "objects in arrays, with the root 32 deep",
        nested("[{\"a\": ", 15, "[]", "}]"));
    beyond(
        assets,
        "depth-33-mixed",
        "objects in arrays, with the root 33 deep",
        nested("[{\"a\": ", 15, "[[]]", "}]"),
        "depth-32-mixed");
    atDepth(
        assets, "number-at-depth-32", "a number, inside 32 containers", nested("[", 31, "0", "]"));
    assets.breaks(
        "J6",
        DEPTH,
        "depth-10000",
        "arrays, 10,000 deep: a reader without a limit runs out of stack",
        document -> document.member("\"a\": " + nested("[", 10_000, "", "]")));
  }

  private static String nested(String open, int levels, String inside, String close) {
    return open.repeat(levels) + inside + close.repeat(levels);
  }

  private static void atDepth(
      Cases<DocumentDraft> assets, String name, String about, String value) {
    assets.breaks(
        "B1",
        MEMBER_UNKNOWN,
        name,
        about + ", in an unknown member",
        document -> document.member("\"a\": " + value));
  }

  private static void beyond(
      Cases<DocumentDraft> assets, String name, String about, String value, String twin) {
    assets
        .breaks("J6", DEPTH, name, about, document -> document.member("\"a\": " + value))
        .beside(twin);
  }

  private static void strings(Cases<DocumentDraft> assets) {
    String letters = "a".repeat(MAX_STRING_BYTES);
    assets.breaks(
        "N2",
        PATH_FORM,
        "string-of-65536",
        "a source of 65,536 letters",
        document -> document.source(letters));
    assets
        .breaks(
            "J7",
            TOKEN_LENGTH,
            "string-of-65537",
            "a source of 65,537 letters",
            document -> document.source(letters + "a"))
        .beside("string-of-65536");
    String wide = utf8("\u20ac".repeat(MAX_STRING_BYTES / 3)) + "a";
    assets.breaks(
        "N2",
        PATH_FORM,
        "string-of-65536-bytes",
        "a source of 21,846 characters that are 65,536 bytes",
        document -> document.source(wide));
    assets
        .breaks(
            "J7",
            TOKEN_LENGTH,
            "string-of-65537-bytes",
            "a source of 21,847 characters that are 65,537 bytes",
            document -> document.source(wide + "a"))
        .beside("string-of-65536-bytes");
  }

  private static void names(Cases<DocumentDraft> assets) {
    String letters = "a".repeat(256);
    name(assets, "name-of-256", "a name of 256 letters", letters);
    longName(assets, "name-of-257", "a name of 257 letters", letters + "a", "name-of-256");
    String wide = utf8("\ud834\udd1e".repeat(64));
    name(assets, "name-of-256-bytes", "a name of 64 characters that are 256 bytes", wide);
    longName(
        assets,
        "name-of-257-bytes",
        "a name of 65 characters that are 257 bytes",
        wide + "a",
        "name-of-256-bytes");
    String escapes = "\\u20ac".repeat(85) + "\\t";
    name(
        assets,
        "name-of-256-bytes-in-escapes",
        "a name of 86 escapes that stand for 256 bytes",
        escapes);
    longName(
        assets,
        "name-of-257-bytes-in-escapes",
        "a name of 87 escapes that stand for 257 bytes",
        escapes + "\\\\",
        "name-of-256-bytes-in-escapes");
    String pairs = "\\ud834\\udd1e".repeat(64);
    name(assets, "name-of-64-pairs", "a name of 64 pairs of escapes, 256 bytes", pairs);
    longName(
        assets,
        "name-of-64-pairs-and-1",
        "a name of 64 pairs of escapes and a letter",
        pairs + "a",
        "name-of-64-pairs");
  }

  private static void name(Cases<DocumentDraft> assets, String name, String about, String text) {
    assets.breaks(
        "B1",
        MEMBER_UNKNOWN,
        name,
        about + ", of an unknown member",
        document -> document.member("\"" + text + "\": 0"));
  }

  private static void longName(
      Cases<DocumentDraft> assets, String name, String about, String text, String twin) {
    assets
        .breaks("J7", TOKEN_LENGTH, name, about, document -> document.member("\"" + text + "\": 0"))
        .beside(twin);
  }

  private static void numbers(Cases<DocumentDraft> assets) {
    String digits = "1".repeat(1_000);
    assets.breaks(
        "B4",
        OUT_OF_RANGE,
        "number-of-1000",
        "an asset_id of 1,000 digits",
        document -> document.edit("1839203411", digits));
    assets
        .breaks(
            "J7",
            TOKEN_LENGTH,
            "number-of-1001",
            "an asset_id of 1,001 digits",
            document -> document.edit("1839203411", digits + "1"))
        .beside("number-of-1000");
    String fraction = "1." + "0".repeat(994) + "e-10";
    assets.breaks(
        "B3",
        NOT_AN_INTEGER,
        "number-of-1000-with-exponent",
        "an asset_id of 1,000 characters, with fraction and exponent",
        document -> document.edit("1839203411", fraction));
    assets
        .breaks(
            "J7",
            TOKEN_LENGTH,
            "number-of-1001-with-exponent",
            "an asset_id of 1,001 characters, with fraction and exponent",
            document -> document.edit("1839203411", fraction + "0"))
        .beside("number-of-1000-with-exponent");
  }
}
