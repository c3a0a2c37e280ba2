package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.DOUBLED_ID;
import static dev.papack.conformance.Refusal.DOUBLED_ROOT;
import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_ORDER;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.OUT_OF_RANGE;
import static dev.papack.conformance.Refusal.PATH_FORM;
import static dev.papack.conformance.Refusal.TOO_NEW;
import static dev.papack.conformance.Refusal.VERSION_MISSING;
import static dev.papack.conformance.Refusal.VERSION_NEVER_EXISTED;
import static dev.papack.conformance.Refusal.VERSION_NOT_AN_INTEGER;
import static dev.papack.conformance.Refusal.WRONG_KIND;
import static dev.papack.conformance.Refusal.WRONG_TYPE;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Defect;

/** Two defects in one document, the first of rows 2 to 5. */
final class DocumentOrderCases {
  private static final String VERSION = "\"schema_version\": 2";

  private static final Defect<DocumentDraft> KIND =
      new Defect<>(
          "kind",
          "K2",
          WRONG_KIND,
          "another kind",
          document -> document.edit("\"artifact\": \"", "\"artifact\": \"old_"));
  private static final Defect<DocumentDraft> NO_KIND =
      new Defect<>(
          "no-kind",
          "K2",
          MEMBER_MISSING,
          "no kind",
          document -> document.edit("\"artifact\": \"asset\",", ""));
  static final Defect<DocumentDraft> NEXT =
      new Defect<>(
          "version",
          "K3",
          TOO_NEW,
          "a version from the future",
          document -> document.edit(VERSION, "\"schema_version\": 1000"));
  private static final Defect<DocumentDraft> NO_VERSION =
      new Defect<>(
          "no-version",
          "K3",
          VERSION_MISSING,
          "no version",
          document -> document.edit(VERSION + ",", ""));
  private static final Defect<DocumentDraft> VERSION_0 =
      new Defect<>(
          "version-0",
          "K3",
          VERSION_NEVER_EXISTED,
          "version 0",
          document -> document.edit(VERSION, "\"schema_version\": 0"));
  private static final Defect<DocumentDraft> TEXT_VERSION =
      new Defect<>(
          "version-string",
          "K3",
          VERSION_NOT_AN_INTEGER,
          "a string for the version",
          document -> document.edit(VERSION, "\"schema_version\": \"2\""));
  private static final Defect<DocumentDraft> ORDER =
      new Defect<>(
          "order",
          "K4",
          MEMBER_ORDER,
          "a name before kind and version",
          document ->
              document
                  .edit("  \"name\": \"sprites/hero\",\n", "")
                  .edit("{\n", "{\n  \"name\": \"sprites/hero\",\n"));
  private static final Defect<DocumentDraft> UNKNOWN =
      new Defect<>(
          "unknown-member",
          "B1",
          MEMBER_UNKNOWN,
          "an unknown member",
          document -> document.member("\"layers\": []"));
  private static final Defect<DocumentDraft> NULL =
      new Defect<>(
          "null",
          "B2",
          WRONG_TYPE,
          "null for preload",
          document -> document.edit("{ \"slot\": 0 }", "null"));
  private static final Defect<DocumentDraft> SLOT =
      new Defect<>(
          "slot",
          "B4",
          OUT_OF_RANGE,
          "a slot of 256",
          document -> document.edit("\"slot\": 0", "\"slot\": 256"));
  private static final Defect<DocumentDraft> TILE_SIZE =
      new Defect<>(
          "tile-size-of-version-1",
          "B4",
          OUT_OF_RANGE,
          "a tile_size of 12",
          document -> document.edit("16", "12"));
  static final Defect<DocumentDraft> STEP_UP =
      new Defect<>(
          "path",
          "N1",
          PATH_FORM,
          "a source that leaves its folder",
          document -> document.source("../hero.png"));
  private static final Defect<DocumentDraft> DEVICE =
      new Defect<>(
          "device",
          "N6",
          PATH_FORM,
          "a source that is a device",
          document -> document.source("nul"));
  private static final Defect<DocumentDraft> ID_TWICE =
      new Defect<>(
          "doubled-id",
          "X5",
          DOUBLED_ID,
          "one id for two roots",
          document -> document.edit("1839203411", "204871"));
  private static final Defect<DocumentDraft> ROOT_TWICE =
      new Defect<>(
          "doubled-root",
          "X6",
          DOUBLED_ROOT,
          "two ids for one root",
          document -> document.edit("sprites/hero", "music/theme"));
  private static final Defect<DocumentDraft> RETIRED_NUMBER =
      new Defect<>(
          "type",
          "B2",
          WRONG_TYPE,
          "a number for a retired asset",
          document -> document.edit("\"root\": \"sprites/imp\"}", "\"root\": \"sprites/imp\"}, 5"));
  private static final Defect<DocumentDraft> RETIRED_NO_ID =
      new Defect<>(
          "missing",
          "B1",
          MEMBER_MISSING,
          "a retired asset without id",
          document -> document.edit("\"asset_id\": 77120394, ", ""));

  private DocumentOrderCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    assets.breaksTwo(KIND, NEXT);
    assets.breaksTwo(KIND, NO_VERSION);
    assets.breaksTwo(NO_KIND, NEXT);
    assets.breaksTwo(NEXT, ORDER);
    assets.breaksTwo(VERSION_0, ORDER);
    assets.breaksTwo(NEXT, UNKNOWN);
    assets.breaksTwo(NO_VERSION, UNKNOWN);
    assets.breaksTwo(TEXT_VERSION, NULL);
    assets.breaksTwo(NEXT, STEP_UP);
    assets.breaksTwo(ORDER, STEP_UP);
    assets.breaksTwo(UNKNOWN, STEP_UP);
    assets.breaksTwo(SLOT, DEVICE);
    assets.from(DocumentDraft::tilesVersion1).breaksTwo(TILE_SIZE, STEP_UP);
    Cases<DocumentDraft> indexes = assets.from(DocumentDraft::index);
    indexes.breaksTwo(KIND, ID_TWICE);
    indexes.breaksTwo(NEXT, ID_TWICE);
    indexes.breaksTwo(RETIRED_NUMBER, ID_TWICE);
    indexes.breaksTwo(RETIRED_NO_ID, ROOT_TWICE);
  }
}
