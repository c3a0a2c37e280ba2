package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.EMPTY;
import static dev.papack.conformance.Refusal.SECOND_ROOT;
import static dev.papack.conformance.Refusal.SYNTAX;
import static dev.papack.conformance.document.DocumentDraft.utf8;

import dev.papack.conformance.Cases;
import java.util.function.UnaryOperator;

/** Row 1: the tokens between strings and numbers, white space, literals; J4. */
final class GrammarCases {
  private GrammarCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    nothing(assets);
    comments(assets);
    commas(assets);
    brackets(assets);
    names(assets);
    literals(assets);
    space(assets);
    behindRoot(assets);
  }

  private static void edit(
      Cases<DocumentDraft> assets, String name, String about, String from, String to) {
    assets.breaks("J4", SYNTAX, name, about, document -> document.edit(from, to));
  }

  private static void whole(
      Cases<DocumentDraft> assets, String name, String about, UnaryOperator<String> change) {
    assets.breaks("J4", SYNTAX, name, about, document -> document.text(change));
  }

  private static void nothing(Cases<DocumentDraft> assets) {
    assets.breaks("J4", EMPTY, "empty", "no byte", document -> document.text(""));
    assets.breaks(
        "J4",
        EMPTY,
        "white-space-alone",
        "white space alone",
        document -> document.text(" \r\n\t\n"));
    whole(assets, "zero-alone", "a zero byte alone", _ -> "\0");
  }

  private static void comments(Cases<DocumentDraft> assets) {
    edit(
        assets, "comment-line", "a comment to the end of its line", "\"bank\"", "// a\n  \"bank\"");
    edit(assets, "comment-block", "a comment between tokens", "\"bank\"", "/* a */ \"bank\"");
    edit(assets, "comment-hash", "a comment behind a number sign", "\"bank\"", "# a\n  \"bank\"");
    whole(assets, "comment-before-root", "a comment first", text -> "// a\n" + text);
  }

  private static void commas(Cases<DocumentDraft> assets) {
    edit(
        assets,
        "trailing-comma-in-object",
        "a comma before a brace",
        "\"slot\": 0 }",
        "\"slot\": 0, }");
    edit(
        assets,
        "trailing-comma-in-array",
        "a comma before a bracket",
        "[\"hero.png\"]",
        "[\"hero.png\",]");
    edit(assets, "leading-comma-in-object", "a comma behind a brace", "{ \"slot\"", "{, \"slot\"");
    edit(
        assets,
        "leading-comma-in-array",
        "a comma behind a bracket",
        "[\"hero.png\"]",
        "[,\"hero.png\"]");
    edit(assets, "comma-in-empty-array", "a comma between brackets", "[\"hero.png\"]", "[,]");
    edit(assets, "two-commas-in-object", "two commas between members", "\"TILES\",", "\"TILES\",,");
    edit(
        assets,
        "two-commas-in-array",
        "two commas between elements",
        "[\"hero.png\"]",
        "[\"hero.png\",,\"hat.png\"]");
    edit(assets, "no-comma-between-members", "a comma is not there", "\"TILES\",", "\"TILES\"");
    edit(
        assets,
        "no-comma-between-elements",
        "a comma is not there",
        "[\"hero.png\"]",
        "[\"hero.png\" \"hat.png\"]");
    edit(assets, "semicolon", "a semicolon for a comma", "\"TILES\",", "\"TILES\";");
  }

  private static void brackets(Cases<DocumentDraft> assets) {
    edit(
        assets,
        "bracket-for-brace",
        "a bracket where a brace should be",
        "\"slot\": 0 }",
        "\"slot\": 0 ]");
    edit(
        assets,
        "brace-for-bracket",
        "a brace where a bracket should be",
        "[\"hero.png\"]",
        "[\"hero.png\"}");
    edit(
        assets,
        "brackets-crossed",
        "an object that ends outside of its array",
        "[\"hero.png\"]",
        "[{\"a\": 0]}");
    whole(
        assets,
        "root-not-closed",
        "the last brace is not there",
        text -> text.substring(0, text.lastIndexOf('}')));
    whole(
        assets,
        "end-in-string",
        "the end inside a string",
        text -> text.substring(0, text.indexOf("ero.png")));
    whole(
        assets,
        "end-behind-colon",
        "the end where a value should be",
        text -> text.substring(0, text.indexOf(" \"TILES\"")));
    whole(assets, "end-in-literal", "the end inside of a literal", _ -> "{\"artifact\": tru");
    whole(assets, "brace-too-many", "one brace too many", text -> text + "}");
    whole(assets, "brace-alone", "one brace and nothing else", _ -> "{");
  }

  private static void names(Cases<DocumentDraft> assets) {
    edit(
        assets,
        "name-begins-with-single-quote",
        "a single quote before a name, a double one behind it",
        "\"bank\"",
        "'bank\"");
    edit(assets, "no-colon", "a colon is not there", "\"bank\":", "\"bank\"");
    edit(assets, "two-colons", "two colons", "\"bank\":", "\"bank\"::");
    edit(assets, "equals-sign", "an equals sign for a colon", "\"bank\":", "\"bank\" =");
    edit(assets, "name-without-quotes", "a name without quotes", "\"bank\":", "bank:");
    edit(assets, "name-single-quotes", "a name in single quotes", "\"bank\":", "'bank':");
    edit(assets, "name-number", "a number for a name", "\"bank\":", "1:");
    edit(assets, "name-without-value", "a comma where a value should be", "\"TILES\",", ",");
    edit(assets, "value-without-name", "a string where a member should be", "\"bank\": ", "");
    edit(assets, "string-single-quotes", "a string in single quotes", "\"TILES\"", "'TILES'");
    edit(assets, "string-without-quotes", "a word without quotes", "\"TILES\"", "TILES");
    edit(assets, "string-backquotes", "a string in back quotes", "\"TILES\"", "`TILES`");
    edit(
        assets,
        "string-triple-quotes",
        "a string in three quotes",
        "\"TILES\"",
        "\"\"\"TILES\"\"\"");
    edit(assets, "strings-joined", "a sum of strings", "\"TILES\"", "\"TI\" + \"LES\"");
  }

  private static void literals(Cases<DocumentDraft> assets) {
    literal(assets, "literal-capital", "True");
    literal(assets, "literal-capitals", "NULL");
    literal(assets, "literal-cut", "nul");
    literal(assets, "literal-longer", "nulls");
    literal(assets, "literal-undefined", "undefined");
    literal(assets, "literal-none", "None");
    literal(assets, "literal-call", "Date(0)");
  }

  private static void literal(Cases<DocumentDraft> assets, String name, String word) {
    edit(assets, name, "the word " + word + " for a value", "{ \"slot\": 0 }", word);
  }

  private static void space(Cases<DocumentDraft> assets) {
    spaced(assets, "form-feed", "a form feed between tokens", "\f");
    spaced(assets, "vertical-tab", "a vertical tab between tokens", "\u000b");
    spaced(assets, "zero-between-tokens", "a zero byte between tokens", "\0");
    spaced(assets, "no-break-space", "U+00A0 between tokens", utf8("\u00a0"));
    spaced(assets, "next-line", "U+0085 between tokens", utf8("\u0085"));
    spaced(assets, "line-separator", "U+2028 between tokens", utf8("\u2028"));
    spaced(assets, "ideographic-space", "U+3000 between tokens", utf8("\u3000"));
    spaced(assets, "zero-width-space", "U+200B between tokens", utf8("\u200b"));
    spaced(assets, "backslash-between-tokens", "an escaped line feed between tokens", "\\n");
  }

  private static void spaced(
      Cases<DocumentDraft> assets, String name, String about, String character) {
    edit(assets, name, about, "\"bank\":", "\"bank\":" + character);
  }

  private static void behindRoot(Cases<DocumentDraft> assets) {
    assets.breaks(
        "J4",
        SECOND_ROOT,
        "second-root",
        "a second object behind the first",
        document -> document.text(text -> text + "{}"));
    assets.breaks(
        "J4",
        SECOND_ROOT,
        "second-root-of-text",
        "a string behind the root",
        document -> document.text(text -> text + "\"\""));
    whole(assets, "comma-behind-root", "a comma behind the root", text -> text + ",");
    whole(assets, "zero-behind-root", "a zero byte behind the root", text -> text + "\0");
    whole(assets, "end-of-file-character", "U+001A behind the root", text -> text + "\u001a");
    whole(assets, "comment-behind-root", "a comment behind the root", text -> text + "// a");
  }
}
