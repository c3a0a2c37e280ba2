package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.DOUBLED_ID;
import static dev.papack.conformance.Refusal.DOUBLED_ROOT;

import dev.papack.conformance.Cases;

/** Row 6 of an index: X5 and X6. */
final class RegistryCases {
  private static final String LAST_RETIRED = "\"root\": \"sprites/imp\"}";

  private RegistryCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    Cases<DocumentDraft> indexes = assets.from(DocumentDraft::index);
    doubledIds(indexes, "id-twice-in-assets", "one id for two roots", "1839203411", "204871");
    doubledIds(
        indexes,
        "id-in-assets-and-retired",
        "an id that is registered and retired",
        "77120394",
        "204871");
    doubledIds(
        indexes,
        "id-twice-in-retired",
        "an id retired twice",
        LAST_RETIRED,
        LAST_RETIRED + ", {\"asset_id\": 77120394}");
    Cases<DocumentDraft> old = assets.from(DocumentDraft::indexVersion1);
    doubledIds(
        old,
        "version-1-id-twice-in-retired",
        "an id retired twice in version 1",
        "[77120394]",
        "[77120394, 77120394]");
    doubledIds(
        old,
        "version-1-id-in-both",
        "an id that is registered and retired in version 1",
        "[77120394]",
        "[204871]");
    indexes.breaks(
        "X6",
        DOUBLED_ROOT,
        "root-twice",
        "two ids for one root",
        document -> document.edit("sprites/hero", "music/theme"));
    indexes.breaks(
        "X6",
        DOUBLED_ROOT,
        "root-twice-by-escape",
        "two ids for one root, once with an escape",
        document -> document.edit("sprites/hero", "music\\/theme"));
    indexes.keeps(
        "X6",
        "retired-root-in-use",
        "a retired asset had the root of another",
        document -> document.edit("\"root\": \"sprites/imp\"", "\"root\": \"music/theme\""));
    indexes.keeps(
        "X6",
        "retired-root-twice",
        "two retired assets had one root",
        document ->
            document.edit(
                LAST_RETIRED, LAST_RETIRED + ", {\"asset_id\": 5, \"root\": \"sprites/imp\"}"));
    indexes.keeps(
        "X5",
        "ids-in-any-order",
        "ids that do not ascend",
        document -> document.edit("1839203411", "3"));
  }

  private static void doubledIds(
      Cases<DocumentDraft> indexes, String name, String about, String from, String to) {
    indexes.breaks("X5", DOUBLED_ID, name, about, document -> document.edit(from, to));
  }
}
