package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.HEADER_FORM;
import static dev.papack.conformance.Refusal.LIMIT;
import static dev.papack.conformance.Refusal.PACK_STRUCTURE;

import dev.papack.conformance.Cases;

/** Row 6: depth and entry count; F7 and M12. */
final class DepthCases {
  private static final int MAX_ENTRIES = 131_072;

  private DepthCases() {}

  static void addTo(Cases<PackDraft> packs) {
    depth(packs);
    count(packs);
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
        pack -> pack.header(table("0,".repeat(MAX_ENTRIES - 1) + "0")));
    packs
        .breaks(
            "M12",
            LIMIT,
            "entries-131073",
            "one element more than there may be",
            pack -> pack.header(table("0,".repeat(MAX_ENTRIES) + "0")))
        .beside("entries-131072");
    packs
        .breaks(
            "M12",
            LIMIT,
            "entries-131073-object",
            "one element more than there may be, an object",
            pack -> pack.header(table("0,".repeat(MAX_ENTRIES) + "{}")))
        .beside("entries-131072");
    packs
        .breaks(
            "M12",
            LIMIT,
            "entries-131073-string",
            "one element more than there may be, a string",
            pack -> pack.header(table("0,".repeat(MAX_ENTRIES) + "\"\"")))
        .beside("entries-131072");
    packs.breaks(
        "S6",
        PACK_STRUCTURE,
        "preload-131073",
        "131,073 elements of preload: the limit is one of entries",
        pack -> pack.header("{\"asset_table\":[],\"preload\":[" + tooMany() + "]}"));
    packs.breaks(
        "S1",
        PACK_STRUCTURE,
        "nested-asset-table-131073",
        "131,073 elements of an asset_table that is not that of the root",
        pack ->
            pack.header("{\"asset_table\":{\"asset_table\":[" + tooMany() + "]},\"preload\":[]}"));
    packs.breaks(
        "F1",
        HEADER_FORM,
        "comma-behind-entry-131072",
        "a comma behind the last element that there may be: no other begins",
        pack -> pack.header(table("0,".repeat(MAX_ENTRIES))));
  }

  private static String tooMany() {
    return "0,".repeat(MAX_ENTRIES) + "0";
  }

  private static String table(String elements) {
    return "{\"asset_table\":[" + elements + "],\"preload\":[]}";
  }
}
