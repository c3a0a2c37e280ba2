package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.LONE_SURROGATE;
import static dev.papack.conformance.Refusal.PATH_FORM;
import static dev.papack.conformance.Refusal.STRING_FORM;
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
    source(assets, "escape-slash", "the character before 0 for a digit", "\\u00/8ero.png");
    source(assets, "escape-colon", "the character behind 9 for a digit", "\\u00:8ero.png");
    source(assets, "escape-at-sign", "the character before A for a digit", "\\u00@8ero.png");
    source(assets, "escape-capital-g", "the character behind F for a digit", "\\u00G8ero.png");
    source(assets, "escape-backtick", "the character before a for a digit", "\\u00`8ero.png");
    assets.valid(
        "escapes-of-every-digit",
        "escapes that have the first and the last digit of each kind",
        document -> document.source("\\u00A9 \\u00AF \\u00a9 \\u00af \\u0069.png"));
    assets.valid(
        "escape-then-space",
        "a space behind an escape",
        document -> document.source("big\\u0020 hero.png"));
    foreign(assets, "escape-b", "an escaped backspace", "he\\bro.png");
    foreign(assets, "escape-f", "an escaped form feed", "he\\fro.png");
    foreign(assets, "escape-r", "an escaped carriage return", "he\\rro.png");
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

  private static void foreign(
      Cases<DocumentDraft> assets, String name, String about, String inQuotes) {
    assets.breaks("N3", PATH_FORM, name, about, document -> document.source(inQuotes));
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
    lone(assets, "surrogate-escape-high-first", "the first high surrogate", "\\ud800.png");
    lone(assets, "surrogate-escape-low-first", "the first low surrogate", "\\udc00.png");
    lone(assets, "surrogate-escape-low-last", "the last low surrogate", "\\udfff.png");
    lone(
        assets,
        "surrogate-escapes-high-last-high",
        "a high surrogate before the last high one",
        "\\ud834\\udbff.png");
    lone(
        assets,
        "surrogate-escape-then-e000",
        "a high surrogate before the character behind the last low one",
        "\\ud834\\ue000.png");
    lone(
        assets,
        "surrogate-escape-low-then-low",
        "the first low surrogate before another one",
        "\\udc00\\udc00.png");
    assets.breaks(
        "X1",
        STRING_FORM,
        "character-d7ff-in-escape",
        "U+D7FF, before the surrogates, in a name",
        document -> document.edit("sprites/hero", "sprites/\\ud7ff"));
    border(assets, "character-e000-in-escape", "U+E000, behind the surrogates", "\\ue000.png");
    pair(assets, "surrogate-pair-of-firsts", "the first pair, U+10000", "\\ud800\\udc00.png");
    pair(assets, "surrogate-pair-low-last", "U+1F3FF, its low half the last", "\\ud83c\\udfff.png");
    border(
        assets,
        "surrogate-pair-of-lasts",
        "the last pair, U+10FFFF: a pair, but no character of a path",
        "\\udbff\\udfff.png");
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

  /** Whole as a text, and refused as a path. */
  private static void border(
      Cases<DocumentDraft> assets, String name, String about, String inQuotes) {
    assets.breaks("N4", PATH_FORM, name, about, document -> document.source(inQuotes));
  }

  private static void pair(
      Cases<DocumentDraft> assets, String name, String about, String inQuotes) {
    assets.valid(name, about + ", as a pair of escapes", document -> document.source(inQuotes));
  }
}
