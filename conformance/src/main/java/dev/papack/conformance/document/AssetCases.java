package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.ELEMENT_COUNT;
import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_OF_OTHER_CHOICE;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.STRING_FORM;
import static dev.papack.conformance.Refusal.WORD_UNKNOWN;
import static dev.papack.conformance.Refusal.WRONG_TYPE;
import static dev.papack.conformance.document.DocumentEdit.edit;

import dev.papack.conformance.Cases;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Row 5: the members of an asset; B1, B2, B5 to B7, X1 to X3. */
final class AssetCases {
  private AssetCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    presence(assets);
    types(assets);
    names(assets);
    sources(assets);
    banks(assets);
    preload(assets);
  }

  private static void presence(Cases<DocumentDraft> assets) {
    missing(assets, "asset-without-name", "no name", "\"name\": \"sprites/hero\",");
    missing(assets, "asset-without-sources", "no sources", "\"sources\": [\"hero.png\"],");
    missing(assets, "asset-without-bank", "no bank, and so no choice", "\"bank\": \"TILES\",");
    missing(
        assets,
        "tiles-without-settings",
        "TILES without tiles",
        "\"tiles\": { \"tile_size\": 16, \"palettes\": \"auto\" },");
    unknown(assets, "asset-with-unknown-member", "an unknown member", "\"comment\": \"\"");
    unknown(assets, "asset-with-schema", "a reference to a schema", "\"$schema\": \"asset-2\"");
    unknown(
        assets,
        "asset-with-member-of-version-1",
        "source as in version 1",
        "\"source\": \"hero.png\"");
  }

  private static void missing(
      Cases<DocumentDraft> assets, String name, String about, String member) {
    edit(assets, "B1", MEMBER_MISSING, name, about, member, "");
  }

  private static void unknown(
      Cases<DocumentDraft> assets, String name, String about, String member) {
    assets.breaks("B1", MEMBER_UNKNOWN, name, about, document -> document.member(member));
  }

  private static void types(Cases<DocumentDraft> assets) {
    type(
        assets,
        "asset-id-null",
        "null for an asset_id: it is absent or a number",
        "1839203411",
        "null");
    type(assets, "asset-id-string", "a string for an asset_id", "1839203411", "\"1839203411\"");
    type(assets, "asset-name-number", "a number for a name", "\"sprites/hero\"", "1");
    type(
        assets,
        "sources-string",
        "a string for the list of sources",
        "[\"hero.png\"]",
        "\"hero.png\"");
    type(
        assets,
        "sources-object",
        "an object for the list of sources",
        "[\"hero.png\"]",
        "{\"0\": \"hero.png\"}");
    type(assets, "source-number", "a number for a source", "[\"hero.png\"]", "[1]");
    type(assets, "source-null", "null behind a source", "[\"hero.png\"]", "[\"hero.png\", null]");
    type(assets, "source-array", "an array for a source", "[\"hero.png\"]", "[[\"hero.png\"]]");
    type(assets, "bank-number", "a number for a bank", "\"TILES\"", "1");
    type(
        assets,
        "tiles-null",
        "null for tiles",
        "{ \"tile_size\": 16, \"palettes\": \"auto\" }",
        "null");
    type(
        assets,
        "tiles-array",
        "an array for tiles",
        "{ \"tile_size\": 16, \"palettes\": \"auto\" }",
        "[16, \"auto\"]");
  }

  private static void type(
      Cases<DocumentDraft> assets, String name, String about, String from, String to) {
    edit(assets, "B2", WRONG_TYPE, name, about, from, to);
  }

  private static void names(Cases<DocumentDraft> assets) {
    assets.keeps(
        "X1",
        "asset-name-of-128",
        "a name of 128 bytes",
        document -> document.edit("sprites/hero", "n".repeat(128)));
    name(assets, "asset-name-of-129", "a name of 129 bytes", "n".repeat(129))
        .beside("asset-name-of-128");
    name(assets, "asset-name-empty", "an empty name", "");
    name(assets, "asset-name-capital", "a capital in a name", "sprites/Hero");
    name(assets, "asset-name-not-ascii", "a letter outside of ASCII", "sprites/h\\u00e9ros");
    name(assets, "asset-name-separator-first", "a separator first", "/sprites");
    name(assets, "asset-name-separator-last", "a separator last", "sprites/");
    name(assets, "asset-name-two-separators", "two separators in a row", "sprites/.hero");
    name(assets, "asset-name-two-slashes", "two slashes in a row", "sprites//hero");
    name(assets, "asset-name-backtick", "the character before a", "sprites`hero");
    name(assets, "asset-name-brace", "the character behind z", "sprites{hero");
    name(assets, "asset-name-colon", "the character behind 9", "sprites:hero");
    name(assets, "asset-name-backtick-last", "the character before a, last", "sprites/`");
    name(assets, "asset-name-brace-last", "the character behind z, last", "sprites/{");
    name(assets, "asset-name-colon-last", "the character behind 9, last", "sprites/:");
    assets.keeps(
        "X1",
        "asset-name-of-borders",
        "a name with the first and the last letter and digit on both sides of separators",
        document -> document.edit("sprites/hero", "az09_/_90za.az09_-_90za"));
    name(
        assets,
        "asset-name-line-feed",
        "a line feed last, which some patterns pass over",
        "sprites/hero\\n");
  }

  private static Cases<DocumentDraft>.Broken name(
      Cases<DocumentDraft> assets, String name, String about, String text) {
    return assets.breaks(
        "X1", STRING_FORM, name, about, document -> document.edit("sprites/hero", text));
  }

  private static void sources(Cases<DocumentDraft> assets) {
    edit(assets, "X2", STRING_FORM, "source-empty", "an empty path", "hero.png", "");
    assets.keeps(
        "B6",
        "sources-256",
        "as many sources as there may be",
        document -> document.edit("\"hero.png\"", sources(256)));
    assets
        .breaks(
            "B6",
            ELEMENT_COUNT,
            "sources-257",
            "one source more than there may be",
            document -> document.edit("\"hero.png\"", sources(257)))
        .beside("sources-256");
    edit(assets, "X3", ELEMENT_COUNT, "sources-0", "no source", "[\"hero.png\"]", "[]");
    Cases<DocumentDraft> sounds = assets.from(DocumentDraft::sounds);
    edit(
        sounds,
        "X3",
        ELEMENT_COUNT,
        "sound-of-two-sources",
        "two sources of a sound",
        "[\"theme.wav\"]",
        "[\"theme.wav\", \"coda.wav\"]");
    edit(
        sounds,
        "X3",
        ELEMENT_COUNT,
        "sound-without-source",
        "no source of a sound",
        "[\"theme.wav\"]",
        "[]");
  }

  private static String sources(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> "\"" + number + ".png\"")
        .collect(Collectors.joining(", "));
  }

  private static void banks(Cases<DocumentDraft> assets) {
    edit(
        assets,
        "B5",
        WORD_UNKNOWN,
        "bank-unknown",
        "a bank that does not exist",
        "TILES",
        "TILEMAP");
    edit(
        assets, "B5", WORD_UNKNOWN, "bank-lower-case", "a bank in small letters", "TILES", "tiles");
    edit(assets, "B5", WORD_UNKNOWN, "bank-empty", "an empty bank", "TILES", "");
    assets.breaks(
        "B7",
        MEMBER_OF_OTHER_CHOICE,
        "tiles-with-sounds",
        "sounds with TILES",
        document -> document.member("\"sounds\": {}"));
    assets
        .from(DocumentDraft::sounds)
        .breaks(
            "B7",
            MEMBER_OF_OTHER_CHOICE,
            "sounds-with-tiles",
            "tiles with SOUNDS",
            document ->
                document.member("\"tiles\": { \"tile_size\": 16, \"palettes\": \"auto\" }"));
  }

  private static void preload(Cases<DocumentDraft> assets) {
    String slot = "{ \"slot\": 0 }";
    edit(
        assets, "B1", MEMBER_MISSING, "preload-without-slot", "preload without a slot", slot, "{}");
    edit(
        assets,
        "B1",
        MEMBER_UNKNOWN,
        "preload-with-unknown-member",
        "an unknown member of preload",
        slot,
        "{ \"slot\": 0, \"time\": 0 }");
    edit(assets, "B2", WRONG_TYPE, "preload-number", "a number for preload", slot, "0");
    edit(assets, "B2", WRONG_TYPE, "preload-null", "null for preload", slot, "null");
    edit(assets, "B2", WRONG_TYPE, "preload-false", "false for preload", slot, "false");
    edit(
        assets,
        "B2",
        WRONG_TYPE,
        "slot-string",
        "a string for a slot",
        slot,
        "{ \"slot\": \"0\" }");
  }
}
