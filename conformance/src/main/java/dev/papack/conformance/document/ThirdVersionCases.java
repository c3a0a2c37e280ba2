package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.DOUBLED_ID;
import static dev.papack.conformance.Refusal.DOUBLED_NAME;
import static dev.papack.conformance.Refusal.DOUBLED_ROOT;
import static dev.papack.conformance.Refusal.ELEMENT_COUNT;
import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_OF_OTHER_CHOICE;
import static dev.papack.conformance.Refusal.MEMBER_ORDER;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.PATH_FORM;
import static dev.papack.conformance.Refusal.STRING_FORM;
import static dev.papack.conformance.Refusal.WORD_UNKNOWN;
import static dev.papack.conformance.Refusal.WRONG_TYPE;
import static dev.papack.conformance.document.DocumentEdit.edit;

import dev.papack.conformance.Cases;

/** Rows 4 to 6 of what version 3 brought: {@code $schema}, and what an index remembers. */
final class ThirdVersionCases {
  private static final String SCHEMA = "\"$schema\": \"asset-3.schema.json\"";
  private static final String HERO = "\"name\": \"sprites/hero\", \"bank\": \"TILES\"";

  private ThirdVersionCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    tiles(assets.from(DocumentDraft::tilesVersion3));
    sounds(assets.from(DocumentDraft::soundsVersion3));
    Cases<DocumentDraft> indexes = assets.from(DocumentDraft::indexVersion3);
    index(indexes);
    names(indexes);
    banks(indexes);
    meaning(indexes);
    before(assets);
  }

  private static void tiles(Cases<DocumentDraft> tiles) {
    tiles.valid("tiles-version-3", "TILES of version 3, which names a schema", _ -> {});
    tiles.valid(
        "version-3-without-schema",
        "no schema",
        document -> document.edit("  " + SCHEMA + ",\n", ""));
    tiles.valid(
        "version-3-schema-last",
        "a schema as the last member",
        document -> document.edit("  " + SCHEMA + ",\n", "").member(SCHEMA));
    tiles.valid(
        "version-3-schema-empty",
        "an empty schema: nobody opens it",
        document -> document.edit("asset-3.schema.json", ""));
    tiles.valid(
        "version-3-schema-of-any-form",
        "a schema that is neither a path nor an address",
        document -> document.edit("asset-3.schema.json", "../\\u0000:*?\\n"));
    schema(tiles, "version-3-schema-null", "null for a schema", "null");
    schema(tiles, "version-3-schema-number", "a number for a schema", "3");
    schema(tiles, "version-3-schema-object", "an object for a schema", "{}");
    schema(tiles, "version-3-schema-array", "an array of a schema", "[\"asset-3.schema.json\"]");
    tiles.breaks(
        "K4",
        MEMBER_ORDER,
        "version-3-schema-second",
        "a schema before the version",
        document ->
            document
                .edit("  " + SCHEMA + ",\n", "")
                .edit("\"schema_version\"", SCHEMA + ", \"schema_version\""));
    tiles.breaks(
        "J5",
        DOUBLED_NAME,
        "version-3-schema-twice",
        "a schema twice",
        document -> document.member(SCHEMA));
    tiles.breaks(
        "B1",
        MEMBER_UNKNOWN,
        "version-3-unknown-member",
        "an unknown member of version 3",
        document -> document.member("\"comment\": \"\""));
    edit(
        tiles,
        "B1",
        MEMBER_UNKNOWN,
        "version-3-source",
        "source as in version 1, beside sources",
        "\"sources\"",
        "\"source\": \"hero.png\", \"sources\"");
    edit(
        tiles,
        "B1",
        MEMBER_UNKNOWN,
        "version-3-schema-in-tiles",
        "a schema in an inner object",
        "\"tile_size\"",
        "\"$schema\": \"\", \"tile_size\"");
    edit(
        tiles,
        "N1",
        PATH_FORM,
        "version-3-source-steps-up",
        "a source of version 3 that leaves its folder",
        "hero.png",
        "../hero.png");
  }

  private static void schema(Cases<DocumentDraft> tiles, String name, String about, String json) {
    edit(tiles, "B2", WRONG_TYPE, name, about, "\"asset-3.schema.json\"", json);
  }

  private static void sounds(Cases<DocumentDraft> sounds) {
    sounds.valid("sounds-version-3", "SOUNDS of version 3", _ -> {});
    edit(
        sounds,
        "X3",
        ELEMENT_COUNT,
        "version-3-sound-of-two-sources",
        "two sources of a sound of version 3",
        "[\"theme.wav\"]",
        "[\"theme.wav\", \"coda.wav\"]");
    edit(
        sounds,
        "B7",
        MEMBER_OF_OTHER_CHOICE,
        "version-3-sounds-with-tiles",
        "tiles with SOUNDS in version 3",
        "\"sounds\": {",
        "\"tiles\": { \"tile_size\": 16, \"palettes\": \"auto\" }, \"sounds\": {");
  }

  private static void index(Cases<DocumentDraft> indexes) {
    indexes.valid("index-version-3", "an index that remembers names and banks", _ -> {});
    indexes.valid(
        "entry-of-unknown-meaning",
        "an entry of which neither name nor bank is known",
        document -> document.edit(", " + HERO, ""));
    indexes.valid(
        "entry-of-unknown-bank",
        "an entry of which the name alone is known",
        document -> document.edit(HERO, "\"name\": \"sprites/hero\""));
    indexes.valid(
        "entry-of-unknown-name",
        "an entry of which the bank alone is known",
        document -> document.edit(HERO, "\"bank\": \"TILES\""));
    indexes.valid(
        "index-schema-last",
        "a schema as the last member of an index",
        document -> document.member("\"$schema\": \"\""));
    indexes.breaks(
        "B2",
        WRONG_TYPE,
        "index-schema-null",
        "null for the schema of an index",
        document -> document.member("\"$schema\": null"));
    edit(
        indexes,
        "B1",
        MEMBER_UNKNOWN,
        "version-3-entry-with-unknown-member",
        "an unknown member of an entry",
        HERO,
        HERO + ", \"when\": 0");
    edit(
        indexes,
        "B1",
        MEMBER_MISSING,
        "version-3-entry-without-root",
        "an entry of version 3 without root",
        "\"root\": \"sprites/hero\", ",
        "");
    edit(
        indexes,
        "B1",
        MEMBER_UNKNOWN,
        "version-3-retired-with-bank",
        "a bank of a retired asset",
        "\"root\": \"sprites/imp\"",
        "\"root\": \"sprites/imp\", \"bank\": \"TILES\"");
    edit(
        indexes,
        "B2",
        WRONG_TYPE,
        "version-3-retired-id-alone",
        "an id alone in version 3, as in version 1",
        "{\"asset_id\": 77120394, \"name\": \"sprites/imp\", \"root\": \"sprites/imp\"}",
        "77120394");
  }

  private static void names(Cases<DocumentDraft> indexes) {
    String name = "\"name\": \"sprites/hero\"";
    edit(indexes, "B2", WRONG_TYPE, "entry-name-null", "null for a name", name, "\"name\": null");
    edit(
        indexes,
        "X1",
        STRING_FORM,
        "entry-name-capital",
        "a capital in the name of an entry",
        name,
        "\"name\": \"sprites/Hero\"");
    edit(
        indexes,
        "X1",
        STRING_FORM,
        "entry-name-empty",
        "an empty name of an entry",
        name,
        "\"name\": \"\"");
    indexes.keeps(
        "X1",
        "entry-name-of-128",
        "a name of 128 bytes in an entry",
        document -> document.edit(name, "\"name\": \"" + "n".repeat(128) + "\""));
    edit(
            indexes,
            "X1",
            STRING_FORM,
            "entry-name-of-129",
            "a name of 129 bytes in an entry",
            name,
            "\"name\": \"" + "n".repeat(129) + "\"")
        .beside("entry-name-of-128");
  }

  private static void banks(Cases<DocumentDraft> indexes) {
    edit(indexes, "B2", WRONG_TYPE, "entry-bank-null", "null for a bank", "\"TILES\"", "null");
    edit(indexes, "B2", WRONG_TYPE, "entry-bank-number", "a number for a bank", "\"TILES\"", "1");
    edit(
        indexes,
        "B5",
        WORD_UNKNOWN,
        "entry-bank-unknown",
        "a bank of an entry that does not exist",
        "TILES",
        "TILEMAP");
    edit(
        indexes,
        "B5",
        WORD_UNKNOWN,
        "entry-bank-lower-case",
        "a bank of an entry in small letters",
        "SOUNDS",
        "sounds");
  }

  private static void meaning(Cases<DocumentDraft> indexes) {
    indexes.valid(
        "entries-of-one-name",
        "two entries of one name: the declarations will tell",
        document -> document.edit("\"name\": \"sprites/hero\"", "\"name\": \"music/theme\""));
    edit(
        indexes,
        "X5",
        DOUBLED_ID,
        "version-3-id-twice",
        "one id for two roots in version 3",
        "1839203411",
        "204871");
    edit(
        indexes,
        "X6",
        DOUBLED_ROOT,
        "version-3-root-twice",
        "two ids for one root in version 3",
        "\"root\": \"sprites/hero\"",
        "\"root\": \"music/theme\"");
    edit(
        indexes,
        "N1",
        PATH_FORM,
        "version-3-root-steps-up",
        "a root of version 3 that leaves assets",
        "\"root\": \"sprites/hero\"",
        "\"root\": \"../hero\"");
  }

  /** What version 3 brought is unknown to the versions before it. */
  private static void before(Cases<DocumentDraft> assets) {
    Cases<DocumentDraft> second = assets.from(DocumentDraft::index);
    second.breaks(
        "B1",
        MEMBER_UNKNOWN,
        "index-with-schema",
        "a schema in version 2",
        document -> document.member("\"$schema\": \"\""));
    edit(
        second,
        "B1",
        MEMBER_UNKNOWN,
        "entry-with-bank",
        "a bank in version 2",
        "204871,",
        "204871, \"bank\": \"SOUNDS\",");
    assets
        .from(DocumentDraft::tilesVersion1)
        .breaks(
            "B1",
            MEMBER_UNKNOWN,
            "version-1-with-schema",
            "a schema in version 1",
            document -> document.member("\"$schema\": \"\""));
    Cases<DocumentDraft> first = assets.from(DocumentDraft::indexVersion1);
    first.breaks(
        "B1",
        MEMBER_UNKNOWN,
        "version-1-index-with-schema",
        "a schema in an index of version 1",
        document -> document.member("\"$schema\": \"\""));
    edit(
        first,
        "B1",
        MEMBER_UNKNOWN,
        "version-1-entry-with-name",
        "a name in an entry of version 1",
        "204871,",
        "204871, \"name\": \"music/theme\",");
  }
}
