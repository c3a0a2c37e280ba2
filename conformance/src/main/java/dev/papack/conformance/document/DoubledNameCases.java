package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.DOUBLED_NAME;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;

import dev.papack.conformance.Cases;

/**
 * Row 1: names that stand twice; J5. Of each pair the values are equal, so that order is no help.
 */
final class DoubledNameCases {
  private DoubledNameCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    doubled(assets, "doubled-name", "a member of the root twice", "\"bank\": \"TILES\"");
    doubled(assets, "doubled-artifact", "the kind twice", "\"artifact\": \"asset\"");
    doubled(assets, "doubled-version", "the version twice", "\"schema_version\": 2");
    doubled(
        assets,
        "doubled-by-escape",
        "a member's name, and the same with an escape",
        "\"b\\u0061nk\": \"TILES\"");
    doubled(
        assets,
        "doubled-by-escape-of-all",
        "a member's name, and the same in escapes",
        "\"\\u0062\\u0061\\u006E\\u006b\": \"TILES\"");
    doubled(assets, "doubled-unknown-name", "an unknown member twice", "\"a\": 0, \"a\": 0");
    doubled(assets, "doubled-empty-name", "a member with an empty name twice", "\"\": 0, \"\": 0");
    doubled(
        assets,
        "doubled-proto",
        "__proto__ twice, which some programs lose",
        "\"__proto__\": 0, \"__proto__\": 0");
    doubled(
        assets,
        "doubled-by-surrogate-pair",
        "a name of four bytes, and the same as a pair of escapes",
        DocumentDraft.utf8("\"\ud834\udd1e\": 0, \"\\ud834\\udd1e\": 0"));
    doubled(
        assets,
        "doubled-by-escaped-slash",
        "a name with a slash, and the same with an escape",
        "\"a/b\": 0, \"a\\/b\": 0");
    assets.breaks(
        "J5",
        DOUBLED_NAME,
        "doubled-in-inner-object",
        "a member of an inner object twice",
        document -> document.edit("{ \"slot\": 0 }", "{ \"slot\": 0, \"slot\": 0 }"));
    assets
        .from(DocumentDraft::index)
        .breaks(
            "J5",
            DOUBLED_NAME,
            "doubled-in-entry",
            "a member of an entry twice",
            document ->
                document.edit(
                    "{\"asset_id\": 204871,", "{\"asset_id\": 204871, \"asset_id\": 204871,"));
    unknown(
        assets,
        "name-with-zero",
        "a name, and behind a zero something else",
        "\"bank\\u0000b\": \"TILES\"");
    unknown(assets, "name-in-capitals", "a name in capitals is another one", "\"BANK\": \"TILES\"");
    unknown(
        assets,
        "name-with-space",
        "a name with a space behind it is another one",
        "\"bank \": \"TILES\"");
    unknown(assets, "name-proto", "a member called __proto__", "\"__proto__\": {\"slot\": 0}");
    unknown(assets, "name-empty", "a member without a name", "\"\": 0");
    unknown(
        assets,
        "names-not-normalized",
        "two names that look alike, of different characters",
        DocumentDraft.utf8("\"\u00e9\": 0, \"e\u0301\": 0"));
  }

  private static void doubled(
      Cases<DocumentDraft> assets, String name, String about, String member) {
    assets.breaks("J5", DOUBLED_NAME, name, about, document -> document.member(member));
  }

  private static void unknown(
      Cases<DocumentDraft> assets, String name, String about, String member) {
    assets.breaks("B1", MEMBER_UNKNOWN, name, about, document -> document.member(member));
  }
}
