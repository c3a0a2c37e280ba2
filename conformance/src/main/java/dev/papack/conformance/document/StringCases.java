package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.LONE_SURROGATE;
import static dev.papack.conformance.Refusal.SYNTAX;

import dev.papack.conformance.Cases;

/** Row 1: what stands in a string; J4 and J8. */
final class StringCases {
  private StringCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    controls(assets);
    escapes(assets);
    surrogates(assets);
  }

  private static void source(
      Cases<DocumentDraft> assets, String name, String about, String inQuotes) {
    assets.breaks("J4", SYNTAX, name, about, document -> document.source(inQuotes));
  }

  private static void controls(Cases<DocumentDraft> assets) {
    source(assets, "string-line-feed", "a raw line feed", "he\nro.png");
    source(assets, "string-carriage-return", "a raw carriage return", "he\rro.png");
    source(assets, "string-tab", "a raw tab", "he\tro.png");
    source(assets, "string-zero", "a raw zero byte, which ends a string in C", "hero.png\0");
    source(assets, "string-unit-separator", "a raw U+001F", "he\u001fro.png");
    assets.breaks(
        "J4",
        SYNTAX,
        "name-tab",
        "a raw tab in a member's name",
        document -> document.edit("\"bank\"", "\"bank\t\""));
    assets.breaks(
        "J4",
        SYNTAX,
        "string-not-closed",
        "a quote is not there",
        document -> document.edit("\"TILES\"", "\"TILES"));
    source(assets, "string-closed-early", "a quote in a string", "he\"ro.png");
  }

  private static void escapes(Cases<DocumentDraft> assets) {
    source(assets, "escape-hexadecimal", "an escape of two digits", "\\x68ero.png");
    source(assets, "escape-octal", "an escape of three digits", "\\150ero.png");
    source(assets, "escape-zero", "an escaped 0", "hero.png\\0");
    source(assets, "escape-single-quote", "an escaped single quote", "hero\\'s.png");
    source(assets, "escape-bell", "an escape of C that JSON does not have", "hero\\a.png");
    source(
        assets,
        "escape-vertical-tab",
        "an escape of JavaScript that JSON does not have",
        "hero\\v.png");
    source(assets, "escape-capital", "an escape of eight digits", "\\U00000068ero.png");
    source(assets, "escape-braces", "an escape in braces", "\\u{68}ero.png");
    source(assets, "escape-line-feed", "a backslash at the end of a line", "he\\\nro.png");
    source(assets, "escape-of-3-digits", "an escape that its string ends", "hero\\u006");
    source(assets, "escape-no-digit", "an escape whose last digit is none", "\\u006gero.png");
    source(assets, "escape-sign", "an escape with a sign for a digit", "\\u+068ero.png");
    source(assets, "escape-space", "an escape with a space for a digit", "\\u 068ero.png");
    source(
        assets,
        "escape-wide-digits",
        "an escape of digits that are not ASCII",
        DocumentDraft.utf8("\\u\uff10\uff10\uff16\uff18ero.png"));
    assets.breaks(
        "J4",
        SYNTAX,
        "escape-of-quote-alone",
        "the quote that closes is escaped",
        document -> document.edit("\"TILES\"", "\"TILES\\\""));
    assets.breaks(
        "J4",
        SYNTAX,
        "name-escape",
        "an escape that JSON does not have, in a name",
        document -> document.edit("\"bank\"", "\"\\x62ank\""));
  }

  private static void surrogates(Cases<DocumentDraft> assets) {
    lone(assets, "surrogate-escape-high", "a high surrogate alone", "\\ud834.png");
    lone(assets, "surrogate-escape-low", "a low surrogate alone", "\\udd1e.png");
    lone(
        assets,
        "surrogate-escapes-reversed",
        "a low surrogate before a high one",
        "\\udd1e\\ud834.png");
    lone(assets, "surrogate-escapes-high-high", "two high surrogates", "\\ud834\\ud834.png");
    lone(
        assets,
        "surrogate-escape-then-escape",
        "a high surrogate before another escape",
        "\\ud834\\u0068.png");
    lone(
        assets,
        "surrogate-escape-then-newline",
        "a high surrogate before a short escape",
        "\\ud834\\/a.png");
    lone(assets, "surrogate-escape-last", "a high surrogate last in a string", "hero\\uDBFF");
    lone(
        assets,
        "surrogate-escape-then-raw",
        "a high surrogate before a letter of four bytes",
        DocumentDraft.utf8("\\ud834\ud834\udd1e.png"));
    assets.breaks(
        "J8",
        LONE_SURROGATE,
        "surrogate-escape-in-name",
        "a high surrogate alone, in a member's name",
        document -> document.member("\"\\ud800\": 0"));
  }

  private static void lone(
      Cases<DocumentDraft> assets, String name, String about, String inQuotes) {
    assets.breaks("J8", LONE_SURROGATE, name, about, document -> document.source(inQuotes));
  }
}
