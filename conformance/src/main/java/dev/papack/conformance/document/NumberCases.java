package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.NOT_AN_INTEGER;
import static dev.papack.conformance.Refusal.OUT_OF_RANGE;
import static dev.papack.conformance.Refusal.SYNTAX;
import static dev.papack.conformance.Refusal.WRONG_TYPE;

import dev.papack.conformance.Cases;
import dev.papack.conformance.Refusal;

/** How numbers are written, and their ranges: J4, B3 and B4. */
final class NumberCases {
  private NumberCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    grammar(assets);
    integers(assets);
    ids(assets);
    slots(assets);
  }

  private static void tileSize(
      Cases<DocumentDraft> assets,
      String rule,
      Refusal refusal,
      String name,
      String about,
      String number) {
    assets.breaks(
        rule,
        refusal,
        name,
        about,
        document -> document.edit("\"tile_size\": 16", "\"tile_size\": " + number));
  }

  private static void grammar(Cases<DocumentDraft> assets) {
    syntax(assets, "number-leading-zero", "a leading zero", "016");
    syntax(assets, "number-two-zeros", "0 written as 00", "00");
    syntax(assets, "number-minus-leading-zero", "a leading zero behind a minus sign", "-016");
    syntax(assets, "number-plus", "a plus sign", "+16");
    syntax(assets, "number-minus-alone", "a minus sign alone", "-");
    syntax(assets, "number-minus-space", "a space behind a minus sign", "- 16");
    syntax(assets, "number-two-minus", "two minus signs", "--16");
    syntax(assets, "number-hexadecimal", "a hexadecimal number", "0x10");
    syntax(assets, "number-binary", "a binary number", "0b10000");
    syntax(assets, "number-point-first", "a decimal point first", ".5");
    syntax(assets, "number-point-last", "a decimal point last", "16.");
    syntax(assets, "number-two-points", "two decimal points", "1.6.0");
    syntax(assets, "number-point-then-exponent", "no digit behind a decimal point", "16.e0");
    syntax(assets, "number-exponent-alone", "an exponent without digits", "16e");
    syntax(assets, "number-exponent-sign-alone", "an exponent of a sign alone", "16E+");
    syntax(assets, "number-exponent-first", "an exponent without a number", "e1");
    syntax(assets, "number-exponent-fraction", "a fraction in an exponent", "16e0.0");
    syntax(assets, "number-underscore", "an underscore between digits", "1_6");
    syntax(assets, "number-space", "a space between digits", "1 6");
    syntax(assets, "number-suffix", "a letter behind a number", "16n");
    syntax(
        assets,
        "number-wide-digits",
        "digits that are not ASCII",
        DocumentDraft.utf8("\uff11\uff16"));
    syntax(assets, "number-colon-first", "the character behind 9 first", ":16");
    syntax(assets, "number-colon", "the character behind 9 in a number", "1:6");
    syntax(assets, "number-colon-in-fraction", "the character behind 9 in a fraction", "16.0:0");
    syntax(assets, "number-slash-in-fraction", "the character before 0 in a fraction", "16.0/0");
    syntax(assets, "number-colon-in-exponent", "the character behind 9 in an exponent", "16e0:0");
    syntax(assets, "number-slash-in-exponent", "the character before 0 in an exponent", "16e0/0");
    syntax(assets, "number-two-exponents", "two exponents", "16e0e0");
    syntax(assets, "number-two-exponent-signs", "two signs of an exponent", "16e+-0");
    syntax(assets, "number-nan", "NaN", "NaN");
    syntax(assets, "number-infinity", "Infinity", "Infinity");
    syntax(assets, "number-minus-infinity", "-Infinity", "-Infinity");
    syntax(assets, "number-quotient", "a quotient", "32/2");
  }

  private static void syntax(
      Cases<DocumentDraft> assets, String name, String about, String number) {
    tileSize(assets, "J4", SYNTAX, name, about, number);
  }

  private static void integers(Cases<DocumentDraft> assets) {
    notInteger(assets, "integer-with-fraction", "a fraction of 0", "16.0");
    notInteger(assets, "integer-with-exponent", "an exponent of 0", "16e0");
    notInteger(assets, "integer-with-capital-exponent", "an exponent of +0", "16E+0");
    notInteger(
        assets, "number-of-every-digit", "every digit in each part", "9.0123456789e-9876543210");
    notInteger(assets, "integer-by-exponent", "an integer by its exponent", "1.6e1");
    assets.breaks(
        "B3",
        NOT_AN_INTEGER,
        "integer-minus-zero",
        "0 with a minus sign",
        document -> document.edit("\"slot\": 0", "\"slot\": -0"));
    tileSize(assets, "B2", WRONG_TYPE, "integer-string", "a string for a number", "\"16\"");
    tileSize(assets, "B2", WRONG_TYPE, "integer-true", "true for a number", "true");
    tileSize(assets, "B2", WRONG_TYPE, "integer-array", "an array of a number", "[16]");
    tileSize(assets, "B4", OUT_OF_RANGE, "tile-size-24", "no number of the list", "24");
    tileSize(
        assets,
        "B4",
        OUT_OF_RANGE,
        "tile-size-wraps-64-bits",
        "2^64 more than a number of the list",
        "18446744073709551632");
    tileSize(
        assets,
        "B4",
        OUT_OF_RANGE,
        "tile-size-negative",
        "a number of the list with a sign",
        "-16");
  }

  private static void notInteger(
      Cases<DocumentDraft> assets, String name, String about, String number) {
    tileSize(assets, "B3", NOT_AN_INTEGER, name, about, number);
  }

  private static void ids(Cases<DocumentDraft> assets) {
    assets.keeps("B4", "asset-id-1", "the least asset_id", document -> id(document, "1"));
    assets.keeps(
        "B4", "asset-id-largest", "the largest asset_id", document -> id(document, "2147483647"));
    range(assets, "asset-id-0", "an asset_id of 0", "0").beside("asset-id-1");
    range(assets, "asset-id-2-to-31", "an asset_id of 2^31", "2147483648")
        .beside("asset-id-largest");
    range(assets, "asset-id-wraps-32-bits", "2^32 more than an asset_id", "4294967297");
    range(assets, "asset-id-2-to-53-and-1", "2^53+1, which no double holds", "9007199254740993");
    range(
        assets,
        "asset-id-10-to-30",
        "a number that no 64 bits hold",
        "1000000000000000000000000000000");
  }

  private static Cases<DocumentDraft>.Broken range(
      Cases<DocumentDraft> assets, String name, String about, String number) {
    return assets.breaks("B4", OUT_OF_RANGE, name, about, document -> id(document, number));
  }

  private static void id(DocumentDraft document, String number) {
    document.edit("1839203411", number);
  }

  private static void slots(Cases<DocumentDraft> assets) {
    assets.keeps("B4", "slot-255", "the last slot", document -> slot(document, "255"));
    assets
        .breaks("B4", OUT_OF_RANGE, "slot-256", "a slot of 256", document -> slot(document, "256"))
        .beside("slot-255");
    assets.breaks(
        "B4", OUT_OF_RANGE, "slot-negative", "a slot of -1", document -> slot(document, "-1"));
  }

  private static void slot(DocumentDraft document, String number) {
    document.edit("\"slot\": 0", "\"slot\": " + number);
  }
}
