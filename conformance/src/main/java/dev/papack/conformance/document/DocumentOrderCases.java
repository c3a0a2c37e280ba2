package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_ORDER;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.OUT_OF_RANGE;
import static dev.papack.conformance.Refusal.TOO_NEW;
import static dev.papack.conformance.Refusal.VERSION_MISSING;
import static dev.papack.conformance.Refusal.VERSION_NEVER_EXISTED;
import static dev.papack.conformance.Refusal.VERSION_NOT_AN_INTEGER;
import static dev.papack.conformance.Refusal.WRONG_KIND;
import static dev.papack.conformance.Refusal.WRONG_TYPE;

import dev.papack.conformance.Cases;

/** Two defects in one document, the first of rows 2 to 5. */
final class DocumentOrderCases {
  private static final String VERSION = "\"schema_version\": 2";
  private static final String NEXT_VERSION = "\"schema_version\": 3";

  private DocumentOrderCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    kind(assets);
    version(assets);
    orderAndStructure(assets);
    indexes(assets);
  }

  private static void kind(Cases<DocumentDraft> assets) {
    assets.breaksTwo(
        "K2",
        "K3",
        WRONG_KIND,
        "kind-then-version",
        "another kind, in a version from the future",
        document -> document.edit("\"asset\"", "\"scene\"").edit(VERSION, NEXT_VERSION));
    assets.breaksTwo(
        "K2",
        "K3",
        MEMBER_MISSING,
        "no-kind-then-no-version",
        "neither kind nor version",
        document -> document.edit("\"artifact\": \"asset\",", "").edit(VERSION + ",", ""));
  }

  private static void version(Cases<DocumentDraft> assets) {
    assets.breaksTwo(
        "K3",
        "K4",
        TOO_NEW,
        "version-then-order",
        "a version from the future, in which the kind is the last member",
        document ->
            document
                .edit("\"artifact\": \"asset\",", "")
                .edit(VERSION, NEXT_VERSION)
                .member("\"artifact\": \"asset\""));
    assets.breaksTwo(
        "K3",
        "K4",
        VERSION_NEVER_EXISTED,
        "version-0-then-order",
        "version 0 in the third place",
        document ->
            document.edit(VERSION + ",", "").edit("\"name\"", "\"schema_version\": 0, \"name\""));
    assets.breaksTwo(
        "K3",
        "B1",
        TOO_NEW,
        "version-then-unknown-member",
        "a version from the future, with a member from there",
        document -> document.edit(VERSION, NEXT_VERSION).member("\"layers\": []"));
    assets.breaksTwo(
        "K3",
        "B1",
        VERSION_MISSING,
        "no-version-then-unknown-member",
        "no version, and an unknown member",
        document -> document.edit(VERSION + ",", "").member("\"layers\": []"));
    assets.breaksTwo(
        "K3",
        "B2",
        VERSION_NOT_AN_INTEGER,
        "version-string-then-type",
        "a string for the version and null for preload",
        document ->
            document.edit(VERSION, "\"schema_version\": \"2\"").edit("{ \"slot\": 0 }", "null"));
    assets.breaksTwo(
        "K3",
        "N1",
        TOO_NEW,
        "version-then-meaning",
        "a version from the future, and a source that leaves its folder",
        document -> document.edit(VERSION, NEXT_VERSION).source("../hero.png"));
  }

  private static void orderAndStructure(Cases<DocumentDraft> assets) {
    assets.breaksTwo(
        "K4",
        "N1",
        MEMBER_ORDER,
        "order-then-meaning",
        "the version is the last member, and a source leaves its folder",
        document -> document.edit(VERSION + ",", "").source("../hero.png").member(VERSION));
    assets.breaksTwo(
        "B1",
        "N1",
        MEMBER_UNKNOWN,
        "structure-then-meaning",
        "a source that leaves its folder, and an unknown member behind it",
        document -> document.source("../hero.png").member("\"a\": 0"));
    assets.breaksTwo(
        "B4",
        "N6",
        OUT_OF_RANGE,
        "range-then-meaning",
        "a source that is a device, and a slot of 256",
        document -> document.source("nul").edit("\"slot\": 0", "\"slot\": 256"));
    assets
        .from(DocumentDraft::tilesVersion1)
        .breaksTwo(
            "B4",
            "N1",
            OUT_OF_RANGE,
            "version-1-structure-then-meaning",
            "a source that leaves its folder, and a tile_size of 12, in version 1",
            document -> document.source("../hero.png").edit("16", "12"));
  }

  private static void indexes(Cases<DocumentDraft> assets) {
    Cases<DocumentDraft> indexes = assets.from(DocumentDraft::index);
    indexes.breaksTwo(
        "K3",
        "X5",
        TOO_NEW,
        "version-then-doubled-id",
        "a version from the future, and one id for two roots",
        document -> document.edit(VERSION, NEXT_VERSION).edit("1839203411", "204871"));
    indexes.breaksTwo(
        "B2",
        "X5",
        WRONG_TYPE,
        "type-then-doubled-id",
        "one id for two roots, and a number for a retired asset",
        document ->
            document
                .edit("1839203411", "204871")
                .edit("\"root\": \"sprites/imp\"}", "\"root\": \"sprites/imp\"}, 5"));
    indexes.breaksTwo(
        "B1",
        "X6",
        MEMBER_MISSING,
        "missing-then-doubled-root",
        "two ids for one root, and a retired asset without id",
        document ->
            document.edit("sprites/hero", "music/theme").edit("\"asset_id\": 77120394, ", ""));
  }
}
