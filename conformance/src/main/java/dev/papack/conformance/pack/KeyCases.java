package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.HEADER_FORM;
import static dev.papack.conformance.Refusal.PACK_MEANING;
import static dev.papack.conformance.Refusal.PACK_STRUCTURE;

import dev.papack.conformance.Cases;

/** Row 6: strings, keys and their order; F2 to F4. */
final class KeyCases {
  private static final String LAST_ITEM = "\"bank_type\":\"TILES\",\"slot\":0}]}";
  private static final String LAST_NAME = "\"asset_name\":\"sfx/jump\"";

  private KeyCases() {}

  static void addTo(Cases<PackDraft> packs) {
    strings(packs);
    keys(packs);
    order(packs);
  }

  private static void form(
      Cases<PackDraft> packs, String rule, String name, String about, String from, String to) {
    packs.breaks(rule, HEADER_FORM, name, about, pack -> pack.edit(from, to));
  }

  private static void strings(Cases<PackDraft> packs) {
    string(packs, "escaped-letter", "a letter as an escape", "sfx/j\\u0075mp");
    string(packs, "escaped-slash", "a slash as an escape", "sfx\\/jump");
    string(packs, "escaped-quote", "an escaped quote", "sfx\\\"jump");
    string(packs, "line-feed-in-string", "a raw control character", "sfx\njump");
    string(packs, "zero-in-string", "a zero byte, which ends a string in C", "sfx/jump\0");
    string(packs, "unit-separator-in-string", "a raw U+001F", "sfx\u001fjump");
    packs.breaks(
        "M3",
        PACK_MEANING,
        "string-of-borders",
        "characters at the borders of what strings have: no name, but a string",
        pack -> pack.edit("sfx/jump", "sfx jump!#[]~"));
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
    keyAlone(packs, "key-begins-with-backtick", "the character before a, first in a key", "`a");
    keyAlone(packs, "key-begins-with-brace", "the character behind z, first in a key", "{a");
    keyAlone(packs, "key-backtick", "the character before a in a key", "a`");
    keyAlone(packs, "key-brace", "the character behind z in a key", "a{");
    keyAlone(packs, "key-slash", "the character before 0 in a key", "a/");
    keyAlone(packs, "key-colon", "the character behind 9 in a key", "a:");
    packs.breaks(
        "S1",
        PACK_STRUCTURE,
        "keys-of-borders",
        "unknown members with every first and last character that keys have",
        pack -> pack.header("{\"a09_az\":0,\"z09_az\":0}"));
    key(packs, "key-escape", "a key with an escape, which stands for the right key", "sl\\u006ft");
    key(packs, "key-not-ascii", "a key with a letter of two bytes of UTF-8", "sl\u00c3\u00b6t");
  }

  private static void key(Cases<PackDraft> packs, String name, String about, String key) {
    form(packs, "F3", name, about, LAST_ITEM, "\"bank_type\":\"TILES\",\"" + key + "\":0}]}");
  }

  /** The only key of the header, so that no order of keys is broken. */
  private static void keyAlone(Cases<PackDraft> packs, String name, String about, String key) {
    packs.breaks("F3", HEADER_FORM, name, about, pack -> pack.header("{\"" + key + "\":0}"));
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
}
