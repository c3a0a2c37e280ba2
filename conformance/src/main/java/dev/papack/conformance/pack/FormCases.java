package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.HEADER_FORM;
import static dev.papack.conformance.Refusal.LIMIT;
import static dev.papack.conformance.Refusal.PACK_STRUCTURE;

import dev.papack.conformance.Cases;

/** Row 6: the form of the header but for its numbers, F1 to F4, F7; and M12. */
final class FormCases {
  private static final String LAST_ITEM = "\"bank_type\":\"TILES\",\"slot\":0}]}";
  private static final String LAST_NAME = "\"asset_name\":\"sfx/jump\"";
  private static final int MOST_ENTRIES = 131_072;

  private FormCases() {}

  static void addTo(Cases<PackDraft> packs) {
    space(packs);
    around(packs);
    tokens(packs);
    strings(packs);
    keys(packs);
    order(packs);
    depth(packs);
    count(packs);
  }

  private static void form(
      Cases<PackDraft> packs, String rule, String name, String about, String from, String to) {
    packs.breaks(rule, HEADER_FORM, name, about, pack -> pack.edit(from, to));
  }

  private static void space(Cases<PackDraft> packs) {
    form(
        packs, "F1", "space-before-root", "a space first", "{\"asset_table\"", " {\"asset_table\"");
    form(packs, "F1", "line-feed-behind-root", "a line feed last", LAST_ITEM, LAST_ITEM + "\n");
    form(
        packs,
        "F1",
        "space-behind-brace",
        "a space in a brace",
        "[{\"asset_id\":7,\"asset_name",
        "[{ \"asset_id\":7,\"asset_name");
    form(packs, "F1", "space-before-brace", "a space in a brace", "0}]}", "0 }]}");
    form(
        packs,
        "F1",
        "space-behind-comma",
        "a space between elements",
        "},{\"asset_id\":11",
        "}, {\"asset_id\":11");
    form(
        packs,
        "F1",
        "space-behind-colon",
        "a space before a value",
        "\"asset_id\":11",
        "\"asset_id\": 11");
    form(
        packs,
        "F1",
        "tab-before-colon",
        "a tab behind a key",
        "\"asset_id\":11",
        "\"asset_id\"\t:11");
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
        "F1",
        "byte-order-mark",
        "a byte order mark first",
        "{\"asset_table\"",
        "\u00ef\u00bb\u00bf{\"asset_table\"");
    form(
        packs,
        "F1",
        "zero-behind-root",
        "a zero byte that counts as header",
        LAST_ITEM,
        LAST_ITEM + "\0");
    form(
        packs,
        "F1",
        "second-root",
        "a second object behind the first",
        LAST_ITEM,
        LAST_ITEM + "{}");
    form(packs, "F1", "bracket-behind-root", "one brace too many", LAST_ITEM, LAST_ITEM + "}");
    form(
        packs,
        "F1",
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
    form(
        packs,
        "F1",
        "no-comma-between-members",
        "a comma is not there",
        "0,\"sha256\"",
        "0\"sha256\"");
    form(
        packs,
        "F1",
        "no-comma-between-elements",
        "a comma is not there",
        "},{\"asset_id\":11",
        "}{\"asset_id\":11");
    form(
        packs,
        "F1",
        "two-commas",
        "two commas between elements",
        "},{\"asset_id\":11",
        "},,{\"asset_id\":11");
    form(
        packs,
        "F1",
        "trailing-comma-in-array",
        "a comma before a bracket",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0},]}");
    form(
        packs,
        "F1",
        "trailing-comma-in-object",
        "a comma before a brace",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0,}]}");
    form(
        packs,
        "F1",
        "leading-comma-in-array",
        "a comma behind a bracket",
        "\"preload\":[",
        "\"preload\":[,");
    form(
        packs,
        "F1",
        "leading-comma-in-object",
        "a comma behind a brace",
        "{\"channels\":2",
        "{,\"channels\":2");
    form(packs, "F1", "no-colon", "a colon is not there", "\"asset_id\":11", "\"asset_id\"11");
    form(
        packs,
        "F1",
        "equals-sign",
        "an equals sign for a colon",
        "\"asset_id\":11",
        "\"asset_id\"=11");
    form(
        packs,
        "F1",
        "key-without-value",
        "a comma where a value should be",
        "\"asset_id\":11,",
        "\"asset_id\":,");
    form(
        packs,
        "F1",
        "value-without-key",
        "a value where a key should be",
        "{\"asset_id\":11,",
        "{11,");
    form(
        packs,
        "F1",
        "bracket-for-brace",
        "a bracket where a brace should be",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0]]}");
    form(
        packs,
        "F1",
        "brace-for-bracket",
        "a brace where a bracket should be",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0}}}");
    form(
        packs,
        "F1",
        "key-without-quotes",
        "a key without quotes",
        "{\"asset_id\":11",
        "{asset_id:11");
    form(
        packs,
        "F1",
        "single-quotes",
        "single quotes around a string",
        LAST_NAME,
        "\"asset_name\":'sfx/jump'");
    form(packs, "F1", "comment", "a comment", "},{\"asset_id\":11", "},/**/{\"asset_id\":11");
  }

  private static void strings(Cases<PackDraft> packs) {
    string(packs, "escaped-letter", "a letter as an escape", "sfx/j\\u0075mp");
    string(packs, "escaped-slash", "a slash as an escape", "sfx\\/jump");
    string(packs, "escaped-quote", "an escaped quote", "sfx\\\"jump");
    string(packs, "line-feed-in-string", "a raw control character", "sfx\njump");
    string(packs, "zero-in-string", "a zero byte, which ends a string in C", "sfx/jump\0");
    string(packs, "delete-in-string", "U+007F", "sfx\u007fjump");
    string(packs, "utf-8-in-string", "a letter of two bytes of UTF-8", "sfx/j\u00c3\u00bcmp");
    string(packs, "latin-1-in-string", "a letter of Latin-1", "sfx/j\u00fcmp");
  }

  private static void string(Cases<PackDraft> packs, String name, String about, String text) {
    form(packs, "F2", name, about, "sfx/jump", text);
  }

  private static void keys(Cases<PackDraft> packs) {
    key(packs, "key-empty", "an empty key", "");
    key(packs, "key-begins-with-digit", "a key that begins with a digit", "2d");
    key(packs, "key-begins-with-underscore", "a key that begins with an underscore", "_slot");
    key(packs, "key-upper-case", "a key with a capital", "sLot");
    key(packs, "key-hyphen", "a key with a hyphen", "slot-");
    key(packs, "key-escape", "a key with an escape, which stands for the right key", "sl\\u006ft");
    key(packs, "key-not-ascii", "a key with a letter of two bytes of UTF-8", "sl\u00c3\u00b6t");
  }

  private static void key(Cases<PackDraft> packs, String name, String about, String key) {
    form(packs, "F3", name, about, LAST_ITEM, "\"bank_type\":\"TILES\",\"" + key + "\":0}]}");
  }

  private static void order(Cases<PackDraft> packs) {
    form(
        packs,
        "F4",
        "key-twice",
        "a member is there twice, with one value",
        LAST_ITEM,
        "\"bank_type\":\"TILES\",\"slot\":0,\"slot\":0}]}");
    form(
        packs,
        "F4",
        "keys-swapped-in-preload",
        "two members of an item in the other order",
        LAST_ITEM,
        "\"slot\":0,\"bank_type\":\"TILES\"}]}");
    form(
        packs,
        "F4",
        "keys-swapped-in-entry",
        "two members of an entry in the other order",
        "\"asset_id\":11," + LAST_NAME,
        LAST_NAME + ",\"asset_id\":11");
    form(
        packs,
        "F4",
        "keys-swapped-in-metadata",
        "two members of metadata in the other order",
        "\"loop_end\":3,\"loop_start\":1",
        "\"loop_start\":1,\"loop_end\":3");
    packs
        .from(PackDraft::empty)
        .breaks(
            "F4",
            HEADER_FORM,
            "keys-swapped-in-root",
            "preload before the table",
            pack -> pack.header("{\"preload\":[],\"asset_table\":[]}"));
    packs.breaks(
        "S1",
        PACK_STRUCTURE,
        "keys-in-byte-order",
        "keys that ascend by bytes, and in no other order",
        pack -> pack.header("{\"a\":0,\"a0\":0,\"a_b\":0,\"aa\":0,\"ab\":0,\"b\":0}"));
    packs
        .breaks(
            "F4",
            HEADER_FORM,
            "keys-in-dictionary-order",
            "keys in the order of a dictionary, which passes over underscores",
            pack -> pack.header("{\"a\":0,\"a0\":0,\"aa\":0,\"a_b\":0,\"b\":0}"))
        .beside("keys-in-byte-order");
    packs.breaks(
        "F4",
        HEADER_FORM,
        "keys-in-order-of-length",
        "a key behind one that it is the beginning of",
        pack -> pack.header("{\"aa\":0,\"a\":0}"));
  }

  private static void depth(Cases<PackDraft> packs) {
    packs.breaks(
        "S6",
        PACK_STRUCTURE,
        "depth-16-arrays",
        "arrays in arrays, 16 deep",
        pack -> pack.header(preload("[", 14, "", "]")));
    packs
        .breaks(
            "F7",
            LIMIT,
            "depth-17-arrays",
            "arrays in arrays, 17 deep",
            pack -> pack.header(preload("[", 15, "", "]")))
        .beside("depth-16-arrays");
    packs.breaks(
        "S6",
        PACK_STRUCTURE,
        "depth-16-objects",
        "objects in objects, 16 deep",
        pack -> pack.header(preload("{\"a\":", 13, "{}", "}")));
    packs
        .breaks(
            "F7",
            LIMIT,
            "depth-17-objects",
            "objects in objects, 17 deep",
            pack -> pack.header(preload("{\"a\":", 14, "{}", "}")))
        .beside("depth-16-objects");
    packs.breaks(
        "S6",
        PACK_STRUCTURE,
        "number-at-depth-16",
        "a number inside 16 arrays",
        pack -> pack.header(preload("[", 14, "0", "]")));
    packs.breaks(
        "F7",
        LIMIT,
        "depth-10000",
        "arrays in arrays, 10,000 deep: a reader without a limit runs out of stack",
        pack -> pack.header(preload("[", 10_000, "", "]")));
  }

  /** A table without entries, and a preload list of one element: level 2 of the header. */
  private static String preload(String open, int levels, String inside, String close) {
    return "{\"asset_table\":[],\"preload\":["
        + open.repeat(levels)
        + inside
        + close.repeat(levels)
        + "]}";
  }

  private static void count(Cases<PackDraft> packs) {
    packs.breaks(
        "S2",
        PACK_STRUCTURE,
        "entries-131072",
        "as many elements as there may be",
        pack -> pack.header(table("0,".repeat(MOST_ENTRIES - 1) + "0")));
    packs
        .breaks(
            "M12",
            LIMIT,
            "entries-131073",
            "one element more than there may be",
            pack -> pack.header(table("0,".repeat(MOST_ENTRIES) + "0")))
        .beside("entries-131072");
  }

  private static String table(String elements) {
    return "{\"asset_table\":[" + elements + "],\"preload\":[]}";
  }
}
