package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.ELEMENT_COUNT;
import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_ORDER;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.PATH_FORM;
import static dev.papack.conformance.Refusal.STRING_FORM;
import static dev.papack.conformance.Refusal.TOO_NEW;
import static dev.papack.conformance.Refusal.WRONG_KIND;
import static dev.papack.conformance.Refusal.WRONG_TYPE;
import static dev.papack.conformance.document.DocumentEdit.edit;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Refusal;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows 2 to 6 of a list of what is ignored. */
final class IgnoreCases {
  private static final String LIST = "[\"**/*.psd\", \"raw/**\"]";
  private static final String SCHEMA = "  \"$schema\": \"ignore-1.schema.json\",\n";

  private IgnoreCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    Cases<DocumentDraft> lists = assets.from(DocumentDraft::ignore);
    head(lists);
    structure(lists);
    patterns(lists);
    names(lists);
  }

  private static void head(Cases<DocumentDraft> lists) {
    lists.valid("ignore", "two patterns, and a schema", _ -> {});
    lists.valid("ignore-without-schema", "no schema", document -> document.edit(SCHEMA, ""));
    list(lists, "ignore-nothing", "no pattern", "[]");
    list(lists, "ignore-pattern-twice", "a pattern twice", "[\"raw/**\", \"raw/**\"]");
    edit(
        lists, "K2", WRONG_KIND, "ignore-of-another-kind", "an index", "\"ignore\",", "\"index\",");
    edit(
        lists,
        "K3",
        TOO_NEW,
        "ignore-version-2",
        "the version after the newest",
        "\"schema_version\": 1",
        "\"schema_version\": 2");
    lists.breaks(
        "K4",
        MEMBER_ORDER,
        "ignore-schema-second",
        "a schema before the version",
        document ->
            document
                .edit(SCHEMA, "")
                .edit("\"schema_version\"", "\"$schema\": \"x\", \"schema_version\""));
  }

  private static void structure(Cases<DocumentDraft> lists) {
    edit(
        lists,
        "B1",
        MEMBER_MISSING,
        "ignore-without-list",
        "no list",
        ",\n  \"ignore\": " + LIST,
        "");
    lists.breaks(
        "B1",
        MEMBER_UNKNOWN,
        "ignore-with-exceptions",
        "an unknown member",
        document -> document.member("\"except\": []"));
    edit(
        lists,
        "B2",
        WRONG_TYPE,
        "ignore-schema-null",
        "null for a schema",
        "\"ignore-1.schema.json\"",
        "null");
    wrong(lists, "B2", WRONG_TYPE, "ignore-string", "a pattern for the list", "\"raw/**\"");
    wrong(lists, "B2", WRONG_TYPE, "ignore-number", "a number for a pattern", "[5]");
    wrong(lists, "X2", STRING_FORM, "ignore-empty-pattern", "an empty pattern", "[\"\"]");
    lists.keeps(
        "X7",
        "ignore-1000-patterns",
        "as many patterns as allowed",
        document -> many(document, 1_000));
    lists
        .breaks(
            "X7",
            ELEMENT_COUNT,
            "ignore-1001-patterns",
            "one pattern too many",
            document -> many(document, 1_001))
        .beside("ignore-1000-patterns");
  }

  private static void many(DocumentDraft document, int count) {
    document.edit(
        LIST,
        IntStream.range(0, count)
            .mapToObj(number -> "\"p" + number + "\"")
            .collect(Collectors.joining(", ", "[", "]")));
  }

  private static void patterns(Cases<DocumentDraft> lists) {
    list(lists, "ignore-stars", "stars in every place", "[\"*\", \"**\", \"a*b*c/*/**/*.*\"]");
    list(lists, "ignore-hidden-name", "a name that begins with a dot", "[\".git/*\"]");
    lists.keeps(
        "I1", "ignore-256-bytes", "a pattern of 256 bytes", document -> one(document, long256()));
    lists
        .breaks(
            "I1",
            PATH_FORM,
            "ignore-257-bytes",
            "a pattern of 257 bytes",
            document -> one(document, long256() + "a"))
        .beside("ignore-256-bytes");
    bad(lists, "I2", "ignore-stars-behind-a-name", "two stars behind a name", "raw**");
    bad(lists, "I2", "ignore-stars-before-a-name", "two stars before a name", "**.psd");
    bad(lists, "I2", "ignore-three-stars", "a name of three stars", "a/***");
  }

  private static String long256() {
    return ("a".repeat(100) + "/").repeat(2) + "*" + "a".repeat(53);
  }

  private static void names(Cases<DocumentDraft> lists) {
    bad(lists, "I3", "ignore-absolute", "a pattern that begins with a slash", "/raw");
    bad(lists, "I3", "ignore-climbing", "a pattern that leaves its folder", "../raw");
    bad(lists, "I3", "ignore-slash-behind", "a slash at the end", "raw/");
    bad(lists, "I3", "ignore-name-of-201-bytes", "a name of 201 bytes", "*" + "a".repeat(200));
    bad(lists, "I3", "ignore-question-mark", "a question mark", "raw/?.psd");
    bad(lists, "I3", "ignore-backslash", "a backslash", "raw\\\\*");
    bad(lists, "I3", "ignore-invisible", "a character that is invisible", "raw\\u200b");
    bad(lists, "I3", "ignore-dot-behind", "a name that ends in a dot", "raw.");
    bad(lists, "I3", "ignore-device", "a device of Windows", "con/*");
  }

  private static DocumentDraft one(DocumentDraft document, String inQuotes) {
    return document.edit(LIST, "[\"" + inQuotes + "\"]");
  }

  private static void list(Cases<DocumentDraft> lists, String name, String about, String list) {
    lists.valid(name, about, document -> document.edit(LIST, list));
  }

  private static void wrong(
      Cases<DocumentDraft> lists,
      String rule,
      Refusal refusal,
      String name,
      String about,
      String list) {
    edit(lists, rule, refusal, name, about, LIST, list);
  }

  private static void bad(
      Cases<DocumentDraft> lists, String rule, String name, String about, String inQuotes) {
    lists.breaks(rule, PATH_FORM, name, about, document -> one(document, inQuotes));
  }
}
