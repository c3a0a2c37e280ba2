package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.BYTE_ORDER_MARK;
import static dev.papack.conformance.Refusal.DEPTH;
import static dev.papack.conformance.Refusal.DOUBLED_ID;
import static dev.papack.conformance.Refusal.DOUBLED_NAME;
import static dev.papack.conformance.Refusal.ENCODING;
import static dev.papack.conformance.Refusal.LONE_SURROGATE;
import static dev.papack.conformance.Refusal.MEMBER_ORDER;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.SYNTAX;
import static dev.papack.conformance.Refusal.TOKEN_LENGTH;
import static dev.papack.conformance.Refusal.WRONG_KIND;
import static dev.papack.conformance.Refusal.WRONG_TYPE;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Defect;

/** Two defects in one document, the first of row 1: the whole text is judged before any meaning. */
final class TextOrderCases {
  private static final String VERSION = "\"schema_version\": 2";

  private static final Defect<DocumentDraft> OPEN =
      new Defect<>(
          "not-closed",
          "J4",
          SYNTAX,
          "the last brace is not there",
          document -> document.text(text -> text.substring(0, text.length() - 2)));
  private static final Defect<DocumentDraft> COMMA =
      new Defect<>(
          "comma",
          "J4",
          SYNTAX,
          "a comma behind the root",
          document -> document.text(text -> text + ","));
  private static final Defect<DocumentDraft> LATIN_1 =
      new Defect<>(
          "latin-1",
          "J2",
          ENCODING,
          "a letter of Latin-1",
          document -> document.source(DocumentDraft.bytes("E9") + "ros.png"));
  private static final Defect<DocumentDraft> DEEP =
      new Defect<>(
          "depth",
          "J6",
          DEPTH,
          "arrays that are 33 deep",
          document -> document.member("\"a\": " + "[".repeat(32) + "]".repeat(32)));
  private static final Defect<DocumentDraft> BOM =
      new Defect<>(
          "byte-order-mark",
          "J3",
          BYTE_ORDER_MARK,
          "a byte order mark",
          document -> document.text(text -> DocumentDraft.bytes("EF BB BF") + text));
  private static final Defect<DocumentDraft> SURROGATE =
      new Defect<>(
          "surrogate",
          "J8",
          LONE_SURROGATE,
          "half of a pair in the last member",
          document -> document.edit("auto", "auto\\ud834"));
  private static final Defect<DocumentDraft> ARRAY =
      new Defect<>(
          "root",
          "K1",
          WRONG_TYPE,
          "an array for the root",
          document -> document.text(text -> "[" + text + "]"));
  private static final Defect<DocumentDraft> KIND =
      new Defect<>(
          "kind",
          "K2",
          WRONG_KIND,
          "another kind",
          document -> document.edit("\"asset\"", "\"scene\""));
  private static final Defect<DocumentDraft> ORDER =
      new Defect<>(
          "order",
          "K4",
          MEMBER_ORDER,
          "the version is the last member",
          document -> document.edit(VERSION + ",", "").member(VERSION));
  private static final Defect<DocumentDraft> UNKNOWN =
      new Defect<>(
          "structure",
          "B1",
          MEMBER_UNKNOWN,
          "an unknown member",
          document -> document.member("\"a\": 0"));

  private TextOrderCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    assets.breaksTwo(COMMA, ARRAY);
    assets.breaksTwo(COMMA, KIND);
    assets.breaksTwo(OPEN, DocumentOrderCases.NEXT);
    assets.breaksTwo(LATIN_1, DocumentOrderCases.NEXT);
    assets.breaksTwo(DEEP, DocumentOrderCases.NEXT);
    assets.breaksTwo(BOM, ORDER);
    assets.breaksTwo(OPEN, UNKNOWN);
    assets.breaksTwo(SURROGATE, DocumentOrderCases.STEP_UP);
    doubledNames(assets);
    longVersion(assets);
    assets
        .from(DocumentDraft::index)
        .breaksTwo(
            COMMA,
            new Defect<>(
                "doubled-id",
                "X5",
                DOUBLED_ID,
                "one id for two roots",
                document -> document.edit("1839203411", "204871")));
  }

  private static void doubledNames(Cases<DocumentDraft> assets) {
    assets.breaksTwo(
        new Defect<>(
            "doubled-name",
            "J5",
            DOUBLED_NAME,
            "a kind twice",
            document ->
                document.edit(
                    "\"artifact\": \"asset\"", "\"artifact\": \"asset\", \"artifact\": \"asset\"")),
        KIND,
        document ->
            document.edit(
                "\"artifact\": \"asset\"", "\"artifact\": \"scene\", \"artifact\": \"scene\""));
    assets.breaksTwo(
        new Defect<>(
            "doubled-name",
            "J5",
            DOUBLED_NAME,
            "a version twice",
            document -> document.edit(VERSION, VERSION + ", " + VERSION)),
        DocumentOrderCases.NEXT,
        document -> document.edit(VERSION, "\"schema_version\": 1000, \"schema_version\": 1000"));
  }

  private static void longVersion(Cases<DocumentDraft> assets) {
    assets.breaksTwo(
        new Defect<>(
            "length",
            "J7",
            TOKEN_LENGTH,
            "a number of 1,001 digits",
            document -> document.edit("1839203411", "1".repeat(1_001))),
        DocumentOrderCases.NEXT,
        document -> document.edit(VERSION, "\"schema_version\": " + "1".repeat(1_001)));
  }
}
