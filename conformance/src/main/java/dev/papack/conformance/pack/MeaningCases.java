package dev.papack.conformance.pack;

import static dev.papack.conformance.Refusal.PACK_MEANING;
import static dev.papack.conformance.Refusal.TOO_NEW;

import dev.papack.conformance.Cases;
import java.util.Collections;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Rows 7 and 9: ids, names, versions, codec, digests, preload; M1 to M6, M11, M13 to M16. */
final class MeaningCases {
  private static final long LARGEST_ID = Integer.MAX_VALUE;

  private MeaningCases() {}

  static void addTo(Cases<PackDraft> packs) {
    ids(packs);
    names(packs);
    versions(packs);
    codecAndDigest(packs);
    slots(packs);
    preload(packs);
  }

  private static Rule meaning(Cases<PackDraft> packs, String rule) {
    return new Rule(packs, rule);
  }

  /** Cases of one rule of row 9. */
  record Rule(Cases<PackDraft> packs, String rule) {
    Cases<PackDraft>.Broken breaks(String name, String about, Consumer<PackDraft> change) {
      return packs.breaks(rule, PACK_MEANING, name, about, change);
    }

    Cases<PackDraft>.Broken breaksEntry(String name, String about, Consumer<ObjectDraft> change) {
      return breaks(name, about, pack -> pack.entry(2).asWritten(change));
    }
  }

  private static void ids(Cases<PackDraft> packs) {
    packs.keeps(
        "M1",
        "asset-ids-1-and-largest",
        "the least and the largest asset_id",
        pack -> {
          pack.entry(0).asWritten(entry -> entry.number("asset_id", 1));
          pack.entry(2).asWritten(entry -> entry.number("asset_id", LARGEST_ID));
          pack.preload(0).number("asset_id", 1);
        });
    Rule range = meaning(packs, "M1");
    range
        .breaks(
            "asset-id-0",
            "an asset_id of 0",
            pack -> {
              pack.entry(0).asWritten(entry -> entry.number("asset_id", 0));
              pack.preload(0).number("asset_id", 0);
            })
        .beside("asset-ids-1-and-largest");
    range
        .breaksEntry(
            "asset-id-2-to-31",
            "an asset_id of 2^31",
            entry -> entry.number("asset_id", LARGEST_ID + 1))
        .beside("asset-ids-1-and-largest");
    range.breaksEntry(
        "asset-id-wraps-32-bits",
        "2^32 more than an asset_id",
        entry -> entry.number("asset_id", (1L << 32) + 11));
    Rule order = meaning(packs, "M2");
    order.breaks(
        "entries-swapped",
        "entries that do not ascend by asset_id, laid out in the order of the table",
        pack -> Collections.swap(pack.entries(), 1, 2));
    order.breaks(
        "asset-id-twice",
        "two entries of one asset_id, which nothing else refers to",
        pack -> {
          pack.entry(2).asWritten(entry -> entry.number("asset_id", 9));
          pack.preload().remove(1);
        });
  }

  private static void names(Cases<PackDraft> packs) {
    Rule form = meaning(packs, "M3");
    name(form, "name-empty", "an empty name", "");
    packs.keeps("M3", "name-of-128", "a name of 128 bytes", pack -> named(pack, "n".repeat(128)));
    name(form, "name-of-129", "a name of 129 bytes", "n".repeat(129)).beside("name-of-128");
    name(form, "name-capital", "a capital in a name", "sfx/Jump");
    name(form, "name-space", "a space in a name", "sfx/big jump");
    name(form, "name-tilde", "a character that no name has", "sfx/jump~1");
    name(form, "name-backtick", "the character before a", "sfx`jump");
    name(form, "name-brace", "the character behind z", "sfx{jump");
    name(form, "name-colon", "the character behind 9", "sfx:jump");
    name(form, "name-backtick-behind-slash", "the character before a, behind a slash", "sfx/`");
    name(form, "name-brace-behind-slash", "the character behind z, behind a slash", "sfx/{");
    name(form, "name-colon-behind-slash", "the character behind 9, behind a slash", "sfx/:");
    packs.keeps(
        "M3",
        "name-of-borders",
        "a name with the first and the last letter and digit on both sides of separators",
        pack -> named(pack, "az09_/_90za.az09_-_90za"));
    name(form, "name-begins-with-slash", "a separator first", "/sfx/jump");
    name(form, "name-ends-with-dot", "a separator last", "sfx/jump.");
    name(form, "name-two-slashes", "two separators in a row", "sfx//jump");
    name(form, "name-steps-up", "a name that would leave its folder", "sfx/../jump");
    name(form, "name-dot-slash", "two different separators in a row", "sfx./jump");
    meaning(packs, "M4")
        .breaksEntry(
            "name-twice",
            "two entries of one name, not side by side",
            entry -> entry.text("asset_name", "music/theme"));
  }

  private static void named(PackDraft pack, String name) {
    pack.entry(2).asWritten(entry -> entry.text("asset_name", name));
  }

  private static Cases<PackDraft>.Broken name(Rule form, String name, String about, String text) {
    return form.breaksEntry(name, about, entry -> entry.text("asset_name", text));
  }

  private static void versions(Cases<PackDraft> packs) {
    Rule never = meaning(packs, "M5");
    never.breaksEntry(
        "sounds-version-0",
        "bank version 0, which never existed, of SOUNDS",
        entry -> entry.number("bank_version", 0));
    never.breaks(
        "tiles-version-0",
        "bank version 0, which never existed, of TILES",
        pack -> pack.entry(1).asWritten(entry -> entry.number("bank_version", 0)));
    packs.breaks(
        "M5",
        TOO_NEW,
        "sounds-version-2",
        "the next bank version of SOUNDS",
        pack -> pack.entry(2).asWritten(entry -> entry.number("bank_version", 2)));
    packs.breaks(
        "M5",
        TOO_NEW,
        "tiles-version-2",
        "the next bank version of TILES",
        pack -> pack.entry(1).asWritten(entry -> entry.number("bank_version", 2)));
    packs.breaks(
        "M5",
        TOO_NEW,
        "bank-version-wraps-32-bits",
        "bank version 2^32+1",
        pack -> pack.entry(2).asWritten(entry -> entry.number("bank_version", (1L << 32) + 1)));
  }

  private static void codecAndDigest(Cases<PackDraft> packs) {
    Rule codec = meaning(packs, "M6");
    codec.breaksEntry(
        "codec-unknown", "a codec that does not exist", entry -> entry.text("codec", "ZSTD"));
    codec.breaksEntry(
        "codec-lower-case", "the codec in small letters", entry -> entry.text("codec", "none"));
    codec.breaksEntry("codec-empty", "an empty codec", entry -> entry.text("codec", ""));
    Rule digest = meaning(packs, "M11");
    digest(digest, "sha256-of-63-digits", "a digest of 63 digits", hex -> hex.substring(1));
    digest(digest, "sha256-of-65-digits", "a digest of 65 digits", hex -> hex + "0");
    digest(digest, "sha256-empty", "an empty digest", _ -> "");
    digest(digest, "sha256-capitals", "a digest in capitals", hex -> hex.toUpperCase(Locale.ROOT));
    digest(
        digest,
        "sha256-not-hexadecimal",
        "a digest whose last character is no digit",
        hex -> hex.substring(0, 63) + "g");
    digest(digest, "sha256-slash", "the character before 0", hex -> hex.substring(0, 63) + "/");
    digest(digest, "sha256-colon", "the character behind 9", hex -> hex.substring(0, 63) + ":");
    digest(digest, "sha256-backtick", "the character before a", hex -> hex.substring(0, 63) + "`");
    digest(
        digest,
        "sha256-spaces",
        "a space for the first digit of a digest",
        hex -> " " + hex.substring(1));
  }

  private static void digest(Rule rule, String name, String about, UnaryOperator<String> change) {
    rule.breaks(
        name,
        about,
        pack ->
            pack.header(json -> {
              String before = "\"sha256\":\"";
              int at = json.lastIndexOf(before) + before.length();
              return json.substring(0, at)
                  + change.apply(json.substring(at, at + 64))
                  + json.substring(at + 64);
            }));
  }

  private static void slots(Cases<PackDraft> packs) {
    packs.keeps("M13", "slot-255", "the last slot", pack -> pack.preload(1).number("slot", 255));
    Rule slot = meaning(packs, "M13");
    slot.breaks("slot-256", "a preload slot of 256", pack -> pack.preload(1).number("slot", 256))
        .beside("slot-255");
    slot.breaks(
        "slot-wraps-32-bits",
        "a preload slot of 2^32, which is 0 where it is cut to 32 bits",
        pack -> pack.preload(1).number("slot", 1L << 32));
  }

  private static void preload(Cases<PackDraft> packs) {
    Rule order = meaning(packs, "M14");
    order.breaks(
        "preload-types-swapped",
        "TILES before SOUNDS",
        pack -> Collections.swap(pack.preload(), 0, 1));
    order.breaks(
        "preload-slots-swapped",
        "slots of one bank type that do not ascend",
        pack -> {
          pack.preload(0).number("slot", 1);
          secondSound(pack, 11, 0);
        });
    order.breaks("slot-twice", "two assets in one slot", pack -> secondSound(pack, 11, 0));
    Rule reference = meaning(packs, "M15");
    reference.breaks(
        "preload-of-unknown-asset",
        "an asset_id that the table does not have",
        pack -> pack.preload(1).number("asset_id", 10));
    reference.breaks(
        "preload-of-last-and-1",
        "an asset_id behind the last of the table",
        pack -> pack.preload(1).number("asset_id", 12));
    reference.breaks(
        "preload-of-other-type",
        "a sound in a slot for tiles",
        pack -> pack.preload(1).number("asset_id", 11));
    packs
        .from(PackDraft::empty)
        .breaks(
            "M15",
            PACK_MEANING,
            "preload-without-assets",
            "an asset_id, and a table without entries",
            pack -> pack.preload(7, "SOUNDS", 0));
    meaning(packs, "M16")
        .breaks("preloaded-twice", "one asset in two slots", pack -> secondSound(pack, 7, 1));
  }

  /** An item between the sound and the tile of the sample. */
  private static void secondSound(PackDraft pack, long assetId, long slot) {
    pack.preload(assetId, "SOUNDS", slot);
    Collections.swap(pack.preload(), 1, 2);
  }
}
