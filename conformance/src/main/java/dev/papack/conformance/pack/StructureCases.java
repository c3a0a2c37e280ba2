package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.PACK_STRUCTURE;

import dev.papack.conformance.Cases;
import java.util.List;
import java.util.function.Consumer;

/** Row 8: members present, known and of their types; S1 to S6. */
final class StructureCases {
  private static final List<String> NUMBERS =
      List.of("asset_id", "bank_version", "decoded_size", "offset", "size");
  private static final List<String> TEXTS = List.of("asset_name", "codec", "sha256");

  private StructureCases() {}

  static void addTo(Cases<PackDraft> packs) {
    root(packs);
    entries(packs);
    bankTypes(packs);
    metadata(packs);
    loop(packs);
    preload(packs);
  }

  private static void structure(
      Cases<PackDraft> packs, String rule, String name, String about, Consumer<PackDraft> change) {
    packs.breaks(rule, PACK_STRUCTURE, name, about, change);
  }

  private static void root(Cases<PackDraft> packs) {
    Cases<PackDraft> empty = packs.from(PackDraft::empty);
    root(empty, "root-array", "an array for the root", "[]");
    root(empty, "root-string", "a string for the root", "\"asset_table\"");
    root(empty, "root-integer", "a number for the root", "10");
    root(empty, "root-empty", "an object without members", "{}");
    root(empty, "no-asset-table", "the table is not there", "{\"preload\":[]}");
    root(empty, "no-preload", "the preload list is not there", "{\"asset_table\":[]}");
    root(
        empty,
        "asset-table-object",
        "an object for the table",
        "{\"asset_table\":{},\"preload\":[]}");
    root(
        empty,
        "asset-table-integer",
        "a number for the table",
        "{\"asset_table\":0,\"preload\":[]}");
    root(
        empty,
        "preload-object",
        "an object for the preload list",
        "{\"asset_table\":[],\"preload\":{}}");
    root(
        empty,
        "preload-string",
        "a string for the preload list",
        "{\"asset_table\":[],\"preload\":\"\"}");
    root(
        empty,
        "root-member-first",
        "an unknown member before the table",
        "{\"a\":0,\"asset_table\":[],\"preload\":[]}");
    root(
        empty,
        "root-member-between",
        "an unknown member between the two",
        "{\"asset_table\":[],\"b\":0,\"preload\":[]}");
    root(
        empty,
        "root-member-last",
        "an unknown member behind the two",
        "{\"asset_table\":[],\"preload\":[],\"z\":0}");
  }

  private static void root(Cases<PackDraft> packs, String name, String about, String json) {
    structure(packs, "S1", name, about, pack -> pack.header(json));
  }

  private static void entries(Cases<PackDraft> packs) {
    for (String member : NUMBERS) {
      without(packs, member);
      structure(
          packs,
          "S2",
          "entry-" + named(member) + "-string",
          "a string for " + member,
          pack -> pack.entry(2).asWritten(entry -> entry.text(member, "1")));
    }
    for (String member : TEXTS) {
      without(packs, member);
      structure(
          packs,
          "S2",
          "entry-" + named(member) + "-integer",
          "a number for " + member,
          pack -> pack.entry(2).asWritten(entry -> entry.number(member, 1)));
    }
    without(packs, "bank_type");
    without(packs, "metadata");
    structure(
        packs,
        "S2",
        "entry-bank-type-integer",
        "a number for bank_type",
        pack -> pack.entry(2).asWritten(entry -> entry.number("bank_type", 1)));
    element(packs, "entry-array", "an array for an entry", "[]");
    element(packs, "entry-string", "a string for an entry", "\"\"");
    element(packs, "entry-integer", "a number for an entry", "0");
    unknown(packs, "entry-member-first", "an unknown member before the others", "aa");
    unknown(packs, "entry-member-between", "an unknown member between others", "name");
    unknown(packs, "entry-member-last", "an unknown member behind the others", "tag");
  }

  private static String named(String member) {
    return member.replace('_', '-');
  }

  private static void without(Cases<PackDraft> packs, String member) {
    structure(
        packs,
        "S2",
        "entry-without-" + named(member),
        "an entry without " + member,
        pack -> pack.entry(2).asWritten(entry -> entry.without(member)));
  }

  private static void element(Cases<PackDraft> packs, String name, String about, String json) {
    structure(
        packs,
        "S2",
        name,
        about,
        pack -> pack.edit("}],\"preload\"", "}," + json + "],\"preload\""));
  }

  private static void unknown(Cases<PackDraft> packs, String name, String about, String member) {
    structure(
        packs,
        "S2",
        name,
        about,
        pack -> pack.entry(2).asWritten(entry -> entry.number(member, 0)));
  }

  private static void bankTypes(Cases<PackDraft> packs) {
    bankType(packs, "bank-type-unknown", "a bank type that does not exist", "TILEMAP");
    bankType(packs, "bank-type-lower-case", "a bank type in small letters", "sounds");
    bankType(packs, "bank-type-prefix", "the beginning of a bank type", "SOUND");
    bankType(packs, "bank-type-empty", "an empty bank type", "");
    structure(
        packs,
        "S3",
        "bank-type-unknown-of-version-2",
        "a bank type that does not exist, in version 2: the type says more",
        pack ->
            pack.entry(2)
                .asWritten(entry -> entry.text("bank_type", "TILEMAP").number("bank_version", 2)));
    structure(
        packs,
        "S3",
        "preload-bank-type-unknown",
        "a bank type that does not exist, in the preload list",
        pack -> pack.preload(1).text("bank_type", "TILEMAP"));
  }

  private static void bankType(Cases<PackDraft> packs, String name, String about, String type) {
    structure(
        packs,
        "S3",
        name,
        about,
        pack -> pack.entry(2).asWritten(entry -> entry.text("bank_type", type)));
  }

  private static void metadata(Cases<PackDraft> packs) {
    for (String member : List.of("columns", "palette_count", "tile_count", "tile_size")) {
      metadata(packs, 1, "tiles", member);
    }
    for (String member : List.of("channels", "frame_count", "sample_rate")) {
      metadata(packs, 2, "sounds", member);
    }
    written(packs, "metadata-array", "an array for metadata", "[]");
    written(packs, "metadata-string", "a string for metadata", "\"\"");
    structure(
        packs,
        "S4",
        "tiles-with-unknown-member",
        "an unknown member of metadata, behind the others",
        pack -> pack.entry(1).metadataAsWritten(metadata -> metadata.number("width", 1)));
    structure(
        packs,
        "S4",
        "sounds-with-unknown-member",
        "an unknown member of metadata, before the others",
        pack -> pack.entry(2).metadataAsWritten(metadata -> metadata.number("bits", 16)));
    structure(
        packs,
        "S4",
        "tiles-with-loop",
        "members of metadata that the other bank type has",
        pack ->
            pack.entry(1)
                .metadataAsWritten(
                    metadata -> metadata.number("loop_end", 1).number("loop_start", 0)));
    structure(
        packs,
        "S4",
        "metadata-nested",
        "an array of a number for a number",
        pack -> pack.entry(2).metadataAsWritten(metadata -> metadata.json("channels", "[2]")));
  }

  private static void written(Cases<PackDraft> packs, String name, String about, String json) {
    structure(
        packs,
        "S4",
        name,
        about,
        pack -> pack.entry(2).asWritten(entry -> entry.json("metadata", json)));
  }

  private static void metadata(Cases<PackDraft> packs, int index, String bank, String member) {
    structure(
        packs,
        "S4",
        bank + "-without-" + named(member),
        "metadata without " + member,
        pack -> pack.entry(index).metadataAsWritten(metadata -> metadata.without(member)));
    structure(
        packs,
        "S4",
        bank + "-" + named(member) + "-string",
        "a string for " + member,
        pack -> pack.entry(index).metadataAsWritten(metadata -> metadata.text(member, "1")));
  }

  private static void loop(Cases<PackDraft> packs) {
    structure(
        packs,
        "S5",
        "loop-without-start",
        "an end of a loop without its start",
        pack -> pack.entry(0).metadataAsWritten(metadata -> metadata.without("loop_start")));
    structure(
        packs,
        "S5",
        "loop-without-end",
        "a start of a loop without its end",
        pack -> pack.entry(0).metadataAsWritten(metadata -> metadata.without("loop_end")));
    structure(
        packs,
        "S4",
        "loop-start-string",
        "a string for the start of a loop",
        pack -> pack.entry(0).metadataAsWritten(metadata -> metadata.text("loop_start", "1")));
  }

  private static void preload(Cases<PackDraft> packs) {
    for (String member : List.of("asset_id", "bank_type", "slot")) {
      structure(
          packs,
          "S6",
          "preload-without-" + named(member),
          "an item of preload without " + member,
          pack -> pack.preload(1).without(member));
    }
    structure(
        packs,
        "S6",
        "preload-asset-id-string",
        "a string for asset_id",
        pack -> pack.preload(1).text("asset_id", "9"));
    structure(
        packs,
        "S6",
        "preload-bank-type-integer",
        "a number for bank_type",
        pack -> pack.preload(1).number("bank_type", 1));
    structure(
        packs,
        "S6",
        "preload-slot-array",
        "an array for slot",
        pack -> pack.preload(1).json("slot", "[0]"));
    structure(
        packs,
        "S6",
        "preload-item-integer",
        "the number of an asset for an item of preload",
        pack -> pack.edit("\"slot\":0}]}", "\"slot\":0},11]}"));
    structure(
        packs,
        "S6",
        "preload-with-unknown-member",
        "an unknown member of an item of preload",
        pack -> pack.preload(1).number("time", 0));
  }
}
