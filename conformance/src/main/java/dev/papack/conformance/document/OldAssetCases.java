package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_OF_OTHER_CHOICE;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.OUT_OF_RANGE;
import static dev.papack.conformance.Refusal.PATH_FORM;
import static dev.papack.conformance.Refusal.STRING_FORM;
import static dev.papack.conformance.Refusal.WRONG_TYPE;
import static dev.papack.conformance.document.DocumentEdit.edit;

import dev.papack.conformance.Cases;

/** Rows 5 and 6 of an asset of version 1: it is judged by its own structure, then by meaning. */
final class OldAssetCases {
  private static final String SOURCE = "\"source\": \"hero.png\"";

  private OldAssetCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    Cases<DocumentDraft> tiles = assets.from(DocumentDraft::tilesVersion1);
    Cases<DocumentDraft> sounds = assets.from(DocumentDraft::soundsVersion1);
    tiles.valid("tiles-version-1", "TILES of version 1", _ -> {});
    sounds.valid("sounds-version-1", "SOUNDS of version 1, without an asset_id", _ -> {});
    edit(
        tiles,
        "B1",
        MEMBER_UNKNOWN,
        "version-1-with-sources",
        "sources as in version 2, beside source",
        SOURCE,
        SOURCE + ", \"sources\": []");
    edit(tiles, "B1", MEMBER_MISSING, "version-1-without-source", "no source", SOURCE + ",", "");
    edit(
        tiles,
        "B2",
        WRONG_TYPE,
        "version-1-source-list",
        "a list for the source of version 1",
        "\"hero.png\"",
        "[\"hero.png\"]");
    edit(tiles, "X2", STRING_FORM, "version-1-source-empty", "an empty source", "hero.png", "");
    edit(
        tiles,
        "N1",
        PATH_FORM,
        "version-1-source-steps-up",
        "a source of version 1 that leaves its folder",
        "hero.png",
        "../hero.png");
    edit(
        tiles,
        "B4",
        OUT_OF_RANGE,
        "version-1-tile-size",
        "a tile_size of 12 in version 1",
        "16",
        "12");
    edit(
        tiles,
        "X1",
        STRING_FORM,
        "version-1-name",
        "a capital in a name of version 1",
        "sprites/hero",
        "sprites/Hero");
    edit(
        sounds,
        "B7",
        MEMBER_OF_OTHER_CHOICE,
        "version-1-sounds-with-tiles",
        "tiles with SOUNDS in version 1",
        "\"sounds\": {",
        "\"tiles\": { \"tile_size\": 16, \"palettes\": \"auto\" }, \"sounds\": {");
    edit(
        sounds,
        "B2",
        WRONG_TYPE,
        "version-1-loop-null",
        "null for a loop of version 1",
        "\"none\"",
        "null");
  }
}
