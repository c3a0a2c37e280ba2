package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.PATH_FORM;

import dev.papack.conformance.Cases;
import java.util.Locale;

/**
 * Row 6: the characters of paths; N3 and N4. All of them mean the same in every version of Unicode,
 * or are named by the rule.
 */
final class CharacterCases {
  private CharacterCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    foreign(assets);
    controls(assets);
    invisible(assets);
    none(assets);
    beside(assets);
  }

  private static void source(
      Cases<DocumentDraft> assets, String rule, String name, String about, String inQuotes) {
    assets.breaks(
        rule, PATH_FORM, name, about, document -> document.source(DocumentDraft.utf8(inQuotes)));
  }

  private static void foreign(Cases<DocumentDraft> assets) {
    source(assets, "N3", "path-backslash", "a backslash", "heroes\\\\hero.png");
    source(assets, "N3", "path-drive", "a drive", "C:/hero.png");
    source(assets, "N3", "path-stream", "a stream of a file of Windows", "hero.png:second");
    source(assets, "N3", "path-address", "an address", "https:hero.png");
    source(assets, "N3", "path-asterisk", "a pattern of any name", "*.png");
    source(assets, "N3", "path-question-mark", "a pattern of any letter", "her?.png");
    source(assets, "N3", "path-quote", "a double quote", "\\\"hero\\\".png");
    source(assets, "N3", "path-less-than", "an opening angle bracket", "<hero.png");
    source(assets, "N3", "path-greater-than", "a closing angle bracket", "hero>.png");
    source(assets, "N3", "path-bar", "a bar", "hero|hat.png");
  }

  private static void controls(Cases<DocumentDraft> assets) {
    source(assets, "N3", "path-zero", "U+0000, which ends a string in C", "hero.png\\u0000.gif");
    source(assets, "N3", "path-tab", "a tab", "he\\tro.png");
    source(assets, "N3", "path-line-feed", "a line feed last", "hero.png\\n");
    source(assets, "N3", "path-unit-separator", "U+001F", "he\\u001fro.png");
    source(assets, "N3", "path-delete", "U+007F, which JSON allows", "he\u007fro.png");
    source(assets, "N3", "path-next-line", "U+0085", "he\u0085ro.png");
    source(assets, "N3", "path-last-control", "U+009F", "he\u009fro.png");
  }

  private static void invisible(Cases<DocumentDraft> assets) {
    unseen(assets, "path-soft-hyphen", 0x00AD);
    unseen(assets, "path-grapheme-joiner", 0x034F);
    unseen(assets, "path-arabic-mark", 0x061C);
    unseen(assets, "path-hangul-filler", 0x115F);
    unseen(assets, "path-khmer-vowel", 0x17B4);
    unseen(assets, "path-mongolian-separator", 0x180E);
    unseen(assets, "path-zero-width-space", 0x200B);
    unseen(assets, "path-zero-width-joiner", 0x200D);
    unseen(assets, "path-line-separator", 0x2028);
    unseen(assets, "path-right-to-left-override", 0x202E);
    unseen(assets, "path-word-joiner", 0x2060);
    unseen(assets, "path-isolate", 0x2066);
    unseen(assets, "path-blank-braille", 0x2800);
    unseen(assets, "path-hangul-compatibility-filler", 0x3164);
    unseen(assets, "path-variation-selector", 0xFE0F);
    unseen(assets, "path-byte-order-mark", 0xFEFF);
    unseen(assets, "path-halfwidth-filler", 0xFFA0);
    unseen(assets, "path-annotation", 0xFFF9);
    unseen(assets, "path-shorthand-format", 0x1BCA0);
    unseen(assets, "path-musical-format", 0x1D173);
    unseen(assets, "path-tag", 0xE0041);
    unseen(assets, "path-hangul-filler-last", 0x1160);
    unseen(assets, "path-khmer-vowel-last", 0x17B5);
    unseen(assets, "path-mongolian-selector-first", 0x180B);
    unseen(assets, "path-mongolian-selector-last", 0x180F);
    unseen(assets, "path-zero-width-last", 0x200F);
    unseen(assets, "path-format-last", 0x206F);
    unseen(assets, "path-variation-selector-first", 0xFE00);
    unseen(assets, "path-annotation-last", 0xFFFB);
    unseen(assets, "path-variation-selector-17", 0xE0100);
    unseen(assets, "path-variation-selector-256", 0xE01EF);
    source(assets, "N4", "path-override-in-escape", "U+202E as an escape", "hero\\u202egnp.exe");
  }

  private static void none(Cases<DocumentDraft> assets) {
    unseen(assets, "path-replacement", 0xFFFD);
    unseen(assets, "path-private-use", 0xE000);
    unseen(assets, "path-private-use-last", 0x10FFFD);
    unseen(assets, "path-noncharacter-first", 0xFDD0);
    unseen(assets, "path-noncharacter-ffff", 0xFFFF);
    unseen(assets, "path-noncharacter-1ffff", 0x1FFFF);
  }

  /** Next to what N3 and N4 refuse, and in every version of Unicode since 7.0. */
  private static void beside(Cases<DocumentDraft> assets) {
    String neighbours =
        "~\u00a0\u180a\u1810\u200a\u2010\u2027\u202f\u205f\u2070\ufe10\ufffc"
            + Character.toString(0x1BC9F)
            + Character.toString(0x1D172)
            + Character.toString(0x1D17B);
    assets.keeps(
        "N4",
        "path-of-neighbours",
        "characters beside those that are refused",
        document -> document.source(DocumentDraft.utf8("he" + neighbours + "ro.png")));
  }

  private static void unseen(Cases<DocumentDraft> assets, String name, int codePoint) {
    source(
        assets,
        "N4",
        name,
        "U+" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + " in a path",
        "he" + Character.toString(codePoint) + "ro.png");
  }
}
