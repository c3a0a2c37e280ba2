package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.HEADER_FORM;

import dev.papack.conformance.Cases;

/** Row 6: the tokens of the header and what stands between them; F1. */
final class FormCases {
  private static final String LAST_ITEM = "\"bank_type\":\"TILES\",\"slot\":0}]}";
  private static final String LAST_NAME = "\"asset_name\":\"sfx/jump\"";

  private FormCases() {}

  static void addTo(Cases<PackDraft> packs) {
    space(packs);
    around(packs);
    tokens(packs);
  }

  private static void form(
      Cases<PackDraft> packs, String name, String about, String from, String to) {
    packs.breaks("F1", HEADER_FORM, name, about, pack -> pack.edit(from, to));
  }

  private static void space(Cases<PackDraft> packs) {
    form(packs, "space-before-root", "a space first", "{\"asset_table\"", " {\"asset_table\"");
    form(packs, "line-feed-behind-root", "a line feed last", LAST_ITEM, LAST_ITEM + "\n");
    form(
        packs,
        "space-behind-brace",
        "a space in a brace",
        "[{\"asset_id\":7,\"asset_name",
        "[{ \"asset_id\":7,\"asset_name");
    form(packs, "space-before-brace", "a space in a brace", "0}]}", "0 }]}");
    form(
        packs,
        "space-behind-comma",
        "a space between elements",
        "},{\"asset_id\":11",
        "}, {\"asset_id\":11");
    form(
        packs,
        "space-behind-colon",
        "a space before a value",
        "\"asset_id\":11",
        "\"asset_id\": 11");
    form(packs, "tab-before-colon", "a tab behind a key", "\"asset_id\":11", "\"asset_id\"\t:11");
    packs
        .from(PackDraft::empty)
        .breaks(
            "F1",
            HEADER_FORM,
            "space-in-empty-array",
            "a space between brackets",
            pack -> pack.edit("\"preload\":[]", "\"preload\":[ ]"));
  }

  private static void around(Cases<PackDraft> packs) {
    form(
        packs,
        "byte-order-mark",
        "a byte order mark first",
        "{\"asset_table\"",
        "\u00ef\u00bb\u00bf{\"asset_table\"");
    form(
        packs,
        "zero-behind-root",
        "a zero byte that counts as header",
        LAST_ITEM,
        LAST_ITEM + "\0");
    form(packs, "second-root", "a second object behind the first", LAST_ITEM, LAST_ITEM + "{}");
    form(packs, "bracket-behind-root", "one brace too many", LAST_ITEM, LAST_ITEM + "}");
    form(
        packs,
        "root-not-closed",
        "the last brace is not there",
        LAST_ITEM,
        LAST_ITEM.substring(0, LAST_ITEM.length() - 1));
    packs.breaks("F1", HEADER_FORM, "header-of-spaces", "no value at all", p -> p.header("  "));
    packs.breaks(
        "F1",
        HEADER_FORM,
        "end-in-string",
        "the end inside a string",
        pack -> pack.header("{\"asset_table\":\"end"));
    packs.breaks(
        "F1",
        HEADER_FORM,
        "end-behind-colon",
        "the end where a value should be",
        pack -> pack.header("{\"asset_table\":"));
  }

  private static void tokens(Cases<PackDraft> packs) {
    form(packs, "no-comma-between-members", "a comma is not there", "0,\"sha256\"", "0\"sha256\"");
    form(
        packs,
        "no-comma-between-elements",
        "a comma is not there",
        "},{\"asset_id\":11",
        "}{\"asset_id\":11");
    form(
        packs,
        "two-commas",
        "two commas between elements",
        "},{\"asset_id\":11",
        "},,{\"asset_id\":11");
    form(
        packs,
        "trailing-comma-in-array",
        "a comma before a bracket",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0},]}");
    form(
        packs,
        "trailing-comma-in-object",
        "a comma before a brace",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0,}]}");
    form(
        packs,
        "leading-comma-in-array",
        "a comma behind a bracket",
        "\"preload\":[",
        "\"preload\":[,");
    form(
        packs,
        "leading-comma-in-object",
        "a comma behind a brace",
        "{\"channels\":2",
        "{,\"channels\":2");
    form(packs, "no-colon", "a colon is not there", "\"asset_id\":11", "\"asset_id\"11");
    form(packs, "equals-sign", "an equals sign for a colon", "\"asset_id\":11", "\"asset_id\"=11");
    form(
        packs,
        "key-without-value",
        "a comma where a value should be",
        "\"asset_id\":11,",
        "\"asset_id\":,");
    form(packs, "value-without-key", "a value where a key should be", "{\"asset_id\":11,", "{11,");
    form(
        packs,
        "bracket-for-brace",
        "a bracket where a brace should be",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0]]}");
    form(
        packs,
        "brace-for-bracket",
        "a brace where a bracket should be",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0}}}");
    form(packs, "key-without-quotes", "a key without quotes", "{\"asset_id\":11", "{asset_id:11");
    form(
        packs,
        "single-quotes",
        "single quotes around a string",
        LAST_NAME,
        "\"asset_name\":'sfx/jump'");
    form(packs, "comment", "a comment", "},{\"asset_id\":11", "},/**/{\"asset_id\":11");
  }
}
