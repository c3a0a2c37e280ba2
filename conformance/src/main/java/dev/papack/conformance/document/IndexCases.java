package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.NOT_AN_INTEGER;
import static dev.papack.conformance.Refusal.OUT_OF_RANGE;
import static dev.papack.conformance.Refusal.STRING_FORM;
import static dev.papack.conformance.Refusal.WRONG_TYPE;
import static dev.papack.conformance.document.DocumentEdit.edit;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Refusal;

/** Row 5 of an index; B1 to B4, X1 and X2. */
final class IndexCases {
  private static final String ENTRY = "{\"asset_id\": 204871, \"root\": \"music/theme\"}";
  private static final String RETIRED =
      "{\"asset_id\": 77120394, \"name\": \"sprites/imp\", \"root\": \"sprites/imp\"}";

  private IndexCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    members(assets.from(DocumentDraft::index));
    entries(assets.from(DocumentDraft::index));
    retired(assets.from(DocumentDraft::index));
    versionOne(assets.from(DocumentDraft::indexVersion1));
  }

  private static void whole(
      Cases<DocumentDraft> indexes,
      String rule,
      Refusal refusal,
      String name,
      String about,
      String members) {
    indexes.breaks(
        rule,
        refusal,
        name,
        about,
        document ->
            document.text("{\"artifact\": \"index\", \"schema_version\": 2" + members + "}\n"));
  }

  private static void members(Cases<DocumentDraft> indexes) {
    whole(indexes, "B1", MEMBER_MISSING, "index-without-assets", "no assets", ", \"retired\": []");
    whole(indexes, "B1", MEMBER_MISSING, "index-without-retired", "no retired", ", \"assets\": []");
    whole(
        indexes,
        "B1",
        MEMBER_UNKNOWN,
        "index-with-unknown-member",
        "an unknown member",
        ", \"assets\": [], \"retired\": [], \"next_id\": 1");
    whole(
        indexes,
        "B2",
        WRONG_TYPE,
        "index-assets-object",
        "an object for the list of assets",
        ", \"assets\": {\"1\": \"a\"}, \"retired\": []");
    whole(
        indexes,
        "B2",
        WRONG_TYPE,
        "index-assets-null",
        "null for the list of assets",
        ", \"assets\": null, \"retired\": []");
    whole(
        indexes,
        "B2",
        WRONG_TYPE,
        "index-retired-number",
        "a number for the list of retired",
        ", \"assets\": [], \"retired\": 0");
  }

  private static void entries(Cases<DocumentDraft> indexes) {
    edit(
        indexes,
        "B1",
        MEMBER_MISSING,
        "entry-without-id",
        "an entry without asset_id",
        "\"asset_id\": 204871, ",
        "");
    edit(
        indexes,
        "B1",
        MEMBER_MISSING,
        "entry-without-root",
        "an entry without root",
        ", \"root\": \"music/theme\"",
        "");
    edit(
        indexes,
        "B1",
        MEMBER_UNKNOWN,
        "entry-with-name",
        "a name, which only retired ones have",
        "204871,",
        "204871, \"name\": \"music/theme\",");
    edit(
        indexes,
        "B2",
        WRONG_TYPE,
        "entry-array",
        "an array for an entry",
        ENTRY,
        "[204871, \"music/theme\"]");
    edit(indexes, "B2", WRONG_TYPE, "entry-null", "null for an entry", ENTRY, "null");
    edit(
        indexes,
        "B2",
        WRONG_TYPE,
        "entry-id-string",
        "a string for an asset_id",
        "204871",
        "\"204871\"");
    edit(
        indexes,
        "B3",
        NOT_AN_INTEGER,
        "entry-id-fraction",
        "an asset_id with a fraction of 0",
        "204871",
        "204871.0");
    indexes.keeps(
        "B4",
        "entry-ids-1-and-largest",
        "the least and the largest asset_id",
        document -> document.edit("204871", "1").edit("1839203411", "2147483647"));
    edit(indexes, "B4", OUT_OF_RANGE, "entry-id-0", "an asset_id of 0", "204871", "0")
        .beside("entry-ids-1-and-largest");
    edit(
            indexes,
            "B4",
            OUT_OF_RANGE,
            "entry-id-2-to-31",
            "an asset_id of 2^31",
            "1839203411",
            "2147483648")
        .beside("entry-ids-1-and-largest");
    edit(
        indexes,
        "B2",
        WRONG_TYPE,
        "entry-root-number",
        "a number for a root",
        "\"music/theme\"",
        "1");
    edit(indexes, "X2", STRING_FORM, "entry-root-empty", "an empty root", "music/theme", "");
  }

  private static void retired(Cases<DocumentDraft> indexes) {
    edit(
        indexes,
        "B1",
        MEMBER_MISSING,
        "retired-without-id",
        "a retired asset without asset_id",
        "\"asset_id\": 77120394, ",
        "");
    edit(
        indexes,
        "B1",
        MEMBER_UNKNOWN,
        "retired-with-unknown-member",
        "an unknown member of a retired asset",
        "77120394,",
        "77120394, \"when\": 0,");
    edit(
        indexes,
        "B2",
        WRONG_TYPE,
        "retired-id-alone",
        "an id alone, as in version 1",
        RETIRED,
        "77120394");
    edit(indexes, "B4", OUT_OF_RANGE, "retired-id-0", "an asset_id of 0", "77120394", "0");
    edit(
        indexes,
        "B2",
        WRONG_TYPE,
        "retired-name-null",
        "null for a name",
        "\"name\": \"sprites/imp\"",
        "\"name\": null");
    edit(
        indexes,
        "X1",
        STRING_FORM,
        "retired-name-capital",
        "a capital in a name",
        "\"name\": \"sprites/imp\"",
        "\"name\": \"sprites/Imp\"");
    edit(
        indexes,
        "X2",
        STRING_FORM,
        "retired-root-empty",
        "an empty root",
        "\"root\": \"sprites/imp\"",
        "\"root\": \"\"");
  }

  private static void versionOne(Cases<DocumentDraft> indexes) {
    indexes.valid("index-version-1", "an index of version 1", _ -> {});
    edit(
        indexes,
        "B2",
        WRONG_TYPE,
        "version-1-retired-object",
        "a retired asset as in version 2",
        "[77120394]",
        "[{\"asset_id\": 77120394}]");
    edit(
        indexes,
        "B4",
        OUT_OF_RANGE,
        "version-1-retired-2-to-31",
        "a retired id of 2^31",
        "77120394",
        "2147483648");
    edit(
        indexes,
        "B3",
        NOT_AN_INTEGER,
        "version-1-retired-exponent",
        "a retired id with an exponent",
        "77120394",
        "77120394e0");
    edit(
        indexes,
        "B1",
        MEMBER_MISSING,
        "version-1-without-retired",
        "no retired",
        ",\n  \"retired\": [77120394]",
        "");
  }
}
