package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.BYTE_ORDER_MARK;
import static dev.papack.conformance.Refusal.DEPTH;
import static dev.papack.conformance.Refusal.DOUBLED_NAME;
import static dev.papack.conformance.Refusal.ENCODING;
import static dev.papack.conformance.Refusal.LONE_SURROGATE;
import static dev.papack.conformance.Refusal.SYNTAX;
import static dev.papack.conformance.Refusal.TOKEN_LENGTH;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Refusal;
import java.util.function.Consumer;

/** Two defects in one document, the first of row 1: the whole text is judged before any meaning. */
final class TextOrderCases {
  private TextOrderCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    parse(
        assets,
        "J4",
        "K1",
        SYNTAX,
        "text-then-root",
        "an array that is not closed",
        document -> document.text("["));
    parse(
        assets,
        "J4",
        "K2",
        SYNTAX,
        "text-then-kind",
        "a kind that is wrong, and a comma behind the root",
        document -> document.edit("\"asset\"", "\"index\"").text(text -> text + ","));
    parse(
        assets,
        "J5",
        "K2",
        DOUBLED_NAME,
        "doubled-name-then-kind",
        "two kinds, the first of them wrong",
        document ->
            document.edit(
                "\"artifact\": \"asset\"", "\"artifact\": \"index\", \"artifact\": \"asset\""));
    parse(
        assets,
        "J5",
        "K3",
        DOUBLED_NAME,
        "doubled-name-then-version",
        "two versions, the first of them from the future",
        document ->
            document.edit("\"schema_version\": 2", "\"schema_version\": 3, \"schema_version\": 2"));
    parse(
        assets,
        "J2",
        "K3",
        ENCODING,
        "encoding-then-version",
        "a version from the future, and Latin-1 behind it",
        document ->
            document
                .edit("\"schema_version\": 2", "\"schema_version\": 3")
                .source(DocumentDraft.bytes("E9")));
    parse(
        assets,
        "J6",
        "K3",
        DEPTH,
        "depth-then-version",
        "a version from the future, and arrays 33 deep",
        document ->
            document
                .edit("\"schema_version\": 2", "\"schema_version\": 3")
                .member("\"a\": " + "[".repeat(32) + "]".repeat(32)));
    parse(
        assets,
        "J7",
        "K3",
        TOKEN_LENGTH,
        "length-then-version",
        "a version of 1,001 digits is too long before it is too new",
        document ->
            document.edit("\"schema_version\": 2", "\"schema_version\": " + "1".repeat(1_001)));
    parse(
        assets,
        "J3",
        "K4",
        BYTE_ORDER_MARK,
        "byte-order-mark-then-order",
        "a byte order mark, and the version is the last member",
        document ->
            document
                .edit("\"schema_version\": 2,", "")
                .member("\"schema_version\": 2")
                .text(text -> DocumentDraft.bytes("EF BB BF") + text));
    parse(
        assets,
        "J4",
        "B1",
        SYNTAX,
        "text-then-structure",
        "an unknown member, and the last brace is not there",
        document -> document.member("\"a\": 0").text(text -> text.substring(0, text.length() - 2)));
    parse(
        assets,
        "J8",
        "N1",
        LONE_SURROGATE,
        "surrogate-then-meaning",
        "a step up, and half of a pair of escapes",
        document -> document.source("../\\ud834"));
    assets
        .from(DocumentDraft::index)
        .breaksTwo(
            "J4",
            "X5",
            SYNTAX,
            "text-then-meaning",
            "one id for two roots, and a comma before the last bracket",
            document ->
                document
                    .edit("1839203411", "204871")
                    .edit("\"sprites/hero\"}", "\"sprites/hero\"},"));
  }

  private static void parse(
      Cases<DocumentDraft> assets,
      String winner,
      String loser,
      Refusal refusal,
      String name,
      String about,
      Consumer<DocumentDraft> change) {
    assets.breaksTwo(winner, loser, refusal, name, about, change);
  }
}
