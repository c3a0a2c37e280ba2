package dev.papack.conformance.document;

import static dev.papack.conformance.document.DocumentDraft.utf8;

import dev.papack.conformance.Cases;

/** Valid documents that no limit is near, some of them odd. */
final class PlainDocumentCases {
  private PlainDocumentCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    assets.valid("tiles", "TILES with computed palettes, preloaded", _ -> {});
    assets
        .from(DocumentDraft::indexedTiles)
        .valid("tiles-indexed", "every setting of TILES", _ -> {});
    Cases<DocumentDraft> sounds = assets.from(DocumentDraft::sounds);
    sounds.valid("sounds", "every setting of SOUNDS", _ -> {});
    sounds.valid(
        "sounds-preloaded",
        "a sound in the last slot",
        document -> document.member("\"preload\": { \"slot\": 255 }"));
    sounds.valid(
        "sounds-without-settings",
        "SOUNDS without sounds",
        document -> document.text(text -> text.replaceFirst("(?s),\\s+\"sounds\".*\n}", "\n}")));
    sounds.valid(
        "sounds-with-empty-settings",
        "SOUNDS with an empty object of settings",
        document ->
            document.text(text -> text.replaceFirst("(?s)\"sounds\".*\n}", "\"sounds\": {}\n}")));
    sounds.valid(
        "loop-backwards",
        "a loop that ends before it starts: the sound will tell",
        document -> document.edit("\"start\": 0", "\"start\": 50000"));
    assets.valid(
        "asset-without-id",
        "an asset that is not registered yet",
        document -> document.edit("\"asset_id\": 1839203411,", ""));
    assets.from(DocumentDraft::index).valid("index", "two assets, and one retired", _ -> {});
    assets
        .from(DocumentDraft::index)
        .valid(
            "index-empty",
            "no asset, and none retired",
            document ->
                document.text(
                    "{\"artifact\":\"index\",\"schema_version\":2,\"assets\":[],\"retired\":[]}"));
    assets
        .from(DocumentDraft::index)
        .valid(
            "retired-of-unknown-meaning",
            "a retired asset of which the id alone is known",
            document ->
                document.edit(", \"name\": \"sprites/imp\", \"root\": \"sprites/imp\"", ""));
    form(assets);
    strings(assets);
  }

  private static void form(Cases<DocumentDraft> assets) {
    assets.valid(
        "one-line",
        "no white space at all",
        document -> document.text(text -> text.replaceAll("\\s", "")));
    assets.valid(
        "crlf",
        "lines that end in CR LF",
        document -> document.text(text -> text.replace("\n", "\r\n")));
    assets.valid(
        "much-white-space",
        "thousands of spaces, tabs and line ends between tokens",
        document -> document.text(text -> text.replace("\n", " \t\r\n".repeat(1_000))));
    assets.valid(
        "members-in-other-order",
        "the members behind the first two in another order",
        document ->
            document
                .edit("  \"name\": \"sprites/hero\",\n", "")
                .edit("  \"bank\": \"TILES\",\n", "")
                .edit(
                    "{ \"tile_size\": 16, \"palettes\": \"auto\" }",
                    "{ \"palettes\": \"auto\", \"tile_size\": 16 }")
                .member("\"bank\": \"TILES\",\n  \"name\": \"sprites/hero\""));
  }

  private static void strings(Cases<DocumentDraft> assets) {
    assets.valid(
        "names-in-escapes",
        "members whose names have escapes",
        document ->
            document
                .edit("\"artifact\"", "\"\\u0061rtifact\"")
                .edit("\"schema_version\"", "\"schema\\u005Fversion\""));
    assets.valid(
        "values-in-escapes",
        "strings that have escapes",
        document ->
            document
                .edit("\"asset\"", "\"\\u0061sset\"")
                .edit("sprites/hero", "sprites\\/her\\u006F")
                .edit("TILES", "T\\u0049LES"));
    assets.valid(
        "path-of-many-scripts",
        "letters of one to four bytes",
        document ->
            document.source(utf8("h\u00e9ro \u00df \u6f22 \u0627 e\u0301 \ud834\udd1e.png")));
    assets.valid(
        "path-with-surrogate-pair",
        "a character as a pair of escapes",
        document -> document.source("\\uD834\\udd1E.png"));
    assets.valid(
        "path-with-odd-characters",
        "characters that no platform minds",
        document -> document.source(" #hero's (1) [a]{b} ~$%&+,;=@!^`-_.png"));
    assets.valid(
        "path-in-folders",
        "a path of several names, and names with dots",
        document -> document.source("a/b.c/d..e/f.png"));
    assets.valid(
        "name-like-a-member-of-objects",
        "names and paths that mean something in JavaScript",
        document -> document.edit("sprites/hero", "__proto__").source("constructor"));
  }
}
