package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.ELEMENT_COUNT;
import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_OF_OTHER_CHOICE;
import static dev.papack.conformance.Refusal.MEMBER_ORDER;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.STRING_FORM;
import static dev.papack.conformance.Refusal.TOO_NEW;
import static dev.papack.conformance.Refusal.WORD_UNKNOWN;
import static dev.papack.conformance.Refusal.WRONG_KIND;
import static dev.papack.conformance.Refusal.WRONG_TYPE;
import static dev.papack.conformance.document.DocumentEdit.edit;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Refusal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows 2 to 5 of budgets. */
final class BudgetCases {
  private static final String SCHEMA = "  \"$schema\": \"budgets-1.schema.json\",\n";
  private static final String FIRST = "{\"measure\": \"bytes\", \"limit\": 4194304}";
  private static final String LIMIT = "\"limit\": 4194304";

  private BudgetCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    Cases<DocumentDraft> budgets = assets.from(DocumentDraft::budgets);
    head(budgets);
    members(budgets);
    limits(budgets);
    names(budgets);
  }

  private static void head(Cases<DocumentDraft> budgets) {
    budgets.valid("budgets", "two budgets, and a schema", _ -> {});
    budgets.valid("budgets-without-schema", "no schema", document -> document.edit(SCHEMA, ""));
    edit(
        budgets,
        "K2",
        WRONG_KIND,
        "budgets-of-another-kind",
        "an ignore list",
        "\"artifact\": \"budgets\"",
        "\"artifact\": \"ignore\"");
    edit(
        budgets,
        "K3",
        TOO_NEW,
        "budgets-version-2",
        "the version after the newest",
        "\"schema_version\": 1",
        "\"schema_version\": 2");
    budgets.breaks(
        "K4",
        MEMBER_ORDER,
        "budgets-schema-second",
        "a schema before the version",
        document ->
            document
                .edit(SCHEMA, "")
                .edit("\"schema_version\"", "\"$schema\": \"x\", \"schema_version\""));
  }

  private static void members(Cases<DocumentDraft> budgets) {
    first(budgets, "budgets-of-a-bank", "bytes of a bank type", "\"bytes\", \"bank\": \"SOUNDS\"");
    first(budgets, "budgets-of-palettes", "palettes", "\"palettes\"");
    first(budgets, "budgets-of-frames", "frames", "\"frames\"");
    edit(budgets, "B1", MEMBER_MISSING, "budgets-without-limit", "no limit", ", " + LIMIT, "");
    edit(
        budgets,
        "B1",
        MEMBER_MISSING,
        "budgets-without-measure",
        "no measure",
        "\"measure\": \"bytes\", ",
        "");
    broken(
        budgets, "B1", MEMBER_UNKNOWN, "budgets-with-a-note", "an unknown member", "\"note\": 1");
    broken(budgets, "B2", WRONG_TYPE, "budgets-set-null", "null for a set", "\"set\": null");
    broken(
        budgets, "B5", WORD_UNKNOWN, "budgets-unknown-set", "an unknown set", "\"set\": \"all\"");
    edit(
        budgets,
        "B5",
        WORD_UNKNOWN,
        "budgets-unknown-measure",
        "an unknown measure",
        "\"bytes\"",
        "\"kilobytes\"");
    edit(
        budgets,
        "B5",
        WORD_UNKNOWN,
        "budgets-unknown-bank",
        "an unknown bank type",
        "\"bytes\"",
        "\"bytes\", \"bank\": \"tiles\"");
    edit(
        budgets,
        "B7",
        MEMBER_OF_OTHER_CHOICE,
        "budgets-tiles-of-a-bank",
        "a bank type beside a measure that only one has",
        "\"tiles\"",
        "\"tiles\", \"bank\": \"TILES\"");
    budgets.keeps(
        "B6", "budgets-1000", "as many budgets as allowed", document -> many(document, 1_000));
    budgets
        .breaks(
            "B6",
            ELEMENT_COUNT,
            "budgets-1001",
            "one budget too many",
            document -> many(document, 1_001))
        .beside("budgets-1000");
  }

  private static void many(DocumentDraft document, int count) {
    document.edit(
        FIRST,
        IntStream.range(1, count)
            .mapToObj(number -> "{\"measure\": \"tiles\", \"limit\": " + number + "}")
            .collect(Collectors.joining(", ")));
  }

  private static void limits(Cases<DocumentDraft> budgets) {
    String most = "9007199254740991";
    budgets.valid(
        "budgets-limit-0", "a limit of 0", document -> document.edit(LIMIT, "\"limit\": 0"));
    budgets.keeps(
        "B4",
        "budgets-limit-2-53",
        "the largest limit",
        document -> document.edit(LIMIT, "\"limit\": " + most));
    limit(budgets, "B4", Refusal.OUT_OF_RANGE, "budgets-limit-beyond", "9007199254740992")
        .beside("budgets-limit-2-53");
    limit(budgets, "B4", Refusal.OUT_OF_RANGE, "budgets-limit-negative", "-1");
    limit(budgets, "B3", Refusal.NOT_AN_INTEGER, "budgets-limit-fraction", "1.0");
    limit(budgets, "B2", WRONG_TYPE, "budgets-limit-text", "\"4 MiB\"");
  }

  private static Cases<DocumentDraft>.Broken limit(
      Cases<DocumentDraft> budgets, String rule, Refusal refusal, String name, String value) {
    return edit(
        budgets,
        rule,
        refusal,
        name,
        "a limit of " + value.replace("\"", ""),
        LIMIT,
        "\"limit\": " + value);
  }

  private static void names(Cases<DocumentDraft> budgets) {
    budgets.valid(
        "budgets-stars",
        "stars in every place",
        document -> named(document, "*/**/a*b-c.d_0*/*z/y*"));
    budgets.keeps(
        "X10", "budgets-names-256", "256 characters", document -> named(document, long256()));
    bad(budgets, "budgets-names-257", "257 characters", long256() + "a")
        .beside("budgets-names-256");
    bad(budgets, "budgets-names-empty", "nothing", "");
    bad(budgets, "budgets-names-absolute", "a slash first", "/sprites");
    bad(budgets, "budgets-names-slash-behind", "a slash last", "sprites/");
    bad(budgets, "budgets-names-two-slashes", "two slashes", "sprites//hero");
    bad(budgets, "budgets-names-stars-behind", "two stars behind a name", "sprites**");
    bad(budgets, "budgets-names-three-stars", "three stars", "***");
    bad(budgets, "budgets-names-capital", "a capital", "Sprites/*");
    bad(budgets, "budgets-names-question-mark", "a question mark", "sprites/her?");
    bad(budgets, "budgets-names-line-feed", "a line feed last", "sprites/*\\n");
  }

  private static String long256() {
    return ("a".repeat(100) + "/").repeat(2) + "*" + "a".repeat(53);
  }

  private static DocumentDraft named(DocumentDraft document, String inQuotes) {
    return document.edit("\"sprites/**\"", "\"" + inQuotes + "\"");
  }

  private static Cases<DocumentDraft>.Broken bad(
      Cases<DocumentDraft> budgets, String name, String about, String inQuotes) {
    return budgets.breaks(
        "X10", STRING_FORM, name, about + " in a pattern", document -> named(document, inQuotes));
  }

  private static void first(
      Cases<DocumentDraft> budgets, String name, String about, String measure) {
    budgets.valid(name, about, document -> document.edit("\"bytes\"", measure));
  }

  private static void broken(
      Cases<DocumentDraft> budgets,
      String rule,
      Refusal refusal,
      String name,
      String about,
      String member) {
    edit(budgets, rule, refusal, name, about, LIMIT, LIMIT + ", " + member);
  }
}
