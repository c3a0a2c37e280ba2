package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.HEADER_FORM;
import static dev.papack.conformance.Refusal.PACK_MEANING;

import dev.papack.conformance.Cases;

/** Row 6: how numbers are written, and what is no value; F5 and F6. */
final class NumberFormCases {
  private NumberFormCases() {}

  static void addTo(Cases<PackDraft> packs) {
    id(packs, "F5", "leading-zero", "a leading zero", "011");
    slot(packs, "F5", "two-zeros", "0 written as 00", "00");
    packs.breaks(
        "M1",
        PACK_MEANING,
        "integer-2-to-53-less-1",
        "the largest integer of the form, for an asset_id",
        pack -> pack.edit("\"asset_id\":11", "\"asset_id\":9007199254740991"));
    packs
        .breaks(
            "F5",
            HEADER_FORM,
            "integer-2-to-53",
            "the least integer beyond the form",
            pack -> pack.edit("\"asset_id\":11", "\"asset_id\":9007199254740992"))
        .beside("integer-2-to-53-less-1");
    id(packs, "F5", "integer-of-16-digits", "the largest number of 16 digits", "9999999999999999");
    id(packs, "F5", "integer-of-17-digits", "a number of 17 digits", "10000000000000000");
    id(packs, "F5", "integer-wraps-64-bits", "2^64 more than the id", "18446744073709551627");
    id(packs, "F6", "plus-sign", "a plus sign", "+11");
    slot(packs, "F6", "minus-zero", "a minus sign before 0", "-0");
    slot(packs, "F6", "negative", "a negative number", "-1");
    id(packs, "F6", "fraction", "a fraction of 0", "11.0");
    id(packs, "F6", "fraction-without-digits", "a decimal point last", "11.");
    slot(packs, "F6", "fraction-without-integer", "a decimal point first", ".0");
    id(packs, "F6", "exponent", "an exponent of 0", "11e0");
    id(packs, "F6", "exponent-capital", "an exponent of 0 behind a capital", "11E0");
    slot(packs, "F6", "hexadecimal", "a hexadecimal number", "0x0");
    id(packs, "F1", "integer-then-slash", "the character before 0 in a number", "1/1");
    id(packs, "F1", "integer-then-colon", "the character behind 9 in a number", "1:1");
    id(packs, "F6", "digit-separator", "an underscore between digits", "1_1");
    slot(packs, "F6", "null", "null for a number", "null");
    slot(packs, "F6", "false", "false for a number", "false");
    slot(packs, "F6", "true", "true for a number", "true");
    slot(packs, "F6", "not-a-number", "NaN for a number", "NaN");
    slot(packs, "F6", "infinity", "Infinity for a number", "Infinity");
  }

  private static void id(
      Cases<PackDraft> packs, String rule, String name, String about, String number) {
    packs.breaks(
        rule,
        HEADER_FORM,
        name,
        about,
        pack -> pack.edit("\"asset_id\":11", "\"asset_id\":" + number));
  }

  private static void slot(
      Cases<PackDraft> packs, String rule, String name, String about, String number) {
    packs.breaks(rule, HEADER_FORM, name, about, pack -> pack.preload(1).json("slot", number));
  }
}
