package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.ELEMENT_COUNT;
import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_OF_OTHER_CHOICE;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.OUT_OF_RANGE;
import static dev.papack.conformance.Refusal.PATH_FORM;
import static dev.papack.conformance.Refusal.SETTING_NEEDS_ANOTHER;
import static dev.papack.conformance.Refusal.STRING_FORM;
import static dev.papack.conformance.Refusal.WORD_UNKNOWN;
import static dev.papack.conformance.Refusal.WRONG_TYPE;
import static dev.papack.conformance.document.DocumentEdit.edit;

import dev.papack.conformance.Cases;

/** Rows 5 and 6 of version 3 of an asset: how sheets are cut, and whose palettes they have. */
final class SheetCases {
  private static final String FROM = "{ \"from\": \"palettes/imp.png\" }";
  private static final String AUTO = "\"auto\"";
  private static final String REDUCE = "\"reduce\"";
  private static final String EIGHT = "8";
  private static final String ORDERED = "\"ordered\"";
  private static final String HOW = ", \"max_palettes\": 8, \"dither\": \"ordered\"";
  private static final String KEY = "\"#ff00ff\"";
  private static final String FRAME = "{ \"width\": 24, \"height\": 40, \"count\": 3 }";
  private static final String LAYERS = "[\"body\"]";

  private SheetCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    Cases<DocumentDraft> sheets = assets.from(DocumentDraft::framesVersion3);
    sheets.valid("frames-version-3", "every setting of a sheet, of version 3", _ -> {});
    palettes(sheets);
    reduction(assets.from(DocumentDraft::reducedVersion3));
    key(sheets);
    gutters(sheets);
    frame(sheets);
    layers(sheets);
  }

  private static void keeps(
      Cases<DocumentDraft> sheets, String name, String about, String from, String to) {
    sheets.keeps("B4", name, about, document -> document.edit(from, to));
  }

  private static void palettes(Cases<DocumentDraft> sheets) {
    sheets.valid("auto-with-index-0-version-3", "index_0 with auto", d -> d.edit(FROM, "\"auto\""));
    edit(
        sheets,
        "B5",
        WORD_UNKNOWN,
        "palettes-word-version-3",
        "a word for palettes that does not exist",
        FROM,
        "\"from\"");
    edit(sheets, "B2", WRONG_TYPE, "palettes-list", "a list for palettes", FROM, "[]");
    edit(sheets, "B1", MEMBER_MISSING, "from-missing", "palettes without from", FROM, "{}");
    edit(
        sheets,
        "B1",
        MEMBER_UNKNOWN,
        "from-with-unknown-member",
        "an unknown member of palettes",
        FROM,
        "{ \"from\": \"a.png\", \"first\": 0 }");
    edit(sheets, "X2", STRING_FORM, "from-empty", "an empty path", "palettes/imp.png", "");
    edit(
        sheets,
        "N1",
        PATH_FORM,
        "from-steps-up",
        "palettes from outside of assets/",
        "palettes/imp.png",
        "../imp.png");
    edit(
        sheets,
        "N7",
        PATH_FORM,
        "from-hidden",
        "palettes from a hidden file",
        "palettes/imp.png",
        ".imp.png");
  }

  private static void reduction(Cases<DocumentDraft> reduced) {
    reduced.valid("colors-version-3", "every setting of a reduction of colours", _ -> {});
    reduced.valid("colors-alone", "colours are reduced to any palettes", d -> d.edit(HOW, ""));
    edit(
        reduced,
        "B5",
        WORD_UNKNOWN,
        "colors-word",
        "a word that does not exist",
        REDUCE,
        "\"keep\"");
    edit(reduced, "B2", WRONG_TYPE, "colors-number", "a number for colors", REDUCE, "16");
    edit(reduced, "B5", WORD_UNKNOWN, "dither-word", "another dither", ORDERED, "\"none\"");
    edit(reduced, "B2", WRONG_TYPE, "dither-true", "a literal for dither", ORDERED, "true");
    keeps(reduced, "max-palettes-1", "the fewest palettes", EIGHT, "1");
    keeps(reduced, "max-palettes-64", "the most palettes", EIGHT, "64");
    edit(reduced, "B4", OUT_OF_RANGE, "max-palettes-0", "no palettes", EIGHT, "0")
        .beside("max-palettes-1");
    edit(reduced, "B4", OUT_OF_RANGE, "max-palettes-65", "one more", EIGHT, "65")
        .beside("max-palettes-64");
    edit(reduced, "B2", WRONG_TYPE, "max-palettes-word", "a word", EIGHT, "\"8\"");
    alone(reduced, "colors-with-indexed", "fewer colours of own palettes", AUTO, "\"indexed\"");
    alone(reduced, "colors-with-from", "fewer colours of imposed palettes", AUTO, FROM);
    alone(
        reduced,
        "max-palettes-without-colors",
        "max_palettes without colors",
        "\"colors\": \"reduce\", \"max_palettes\": 8, \"dither\": \"ordered\"",
        "\"max_palettes\": 8");
    alone(
        reduced,
        "dither-without-colors",
        "dither without colors",
        "\"colors\": \"reduce\", \"max_palettes\": 8, \"dither\": \"ordered\"",
        "\"dither\": \"ordered\"");
  }

  private static void alone(
      Cases<DocumentDraft> reduced, String name, String about, String from, String to) {
    edit(reduced, "X9", SETTING_NEEDS_ANOTHER, name, about, from, to);
  }

  private static void key(Cases<DocumentDraft> sheets) {
    sheets.keeps("X8", "key-capitals", "a colour in capitals", d -> d.edit(KEY, "\"#FFAF09\""));
    edit(sheets, "B2", WRONG_TYPE, "key-number", "a number for a colour", KEY, "16711935");
    for (String text :
        new String[] {"ff00ff", "#ff00f", "#ff00fff", "#ff00fg", "##f00ff", " #ff00ff"}) {
      edit(
          sheets,
          "X8",
          STRING_FORM,
          "key-" + text.replace("#", "h").replace(" ", "s"),
          "a colour that is none",
          KEY,
          "\"" + text + "\"");
    }
  }

  private static void gutters(Cases<DocumentDraft> sheets) {
    for (String name : new String[] {"margin", "spacing"}) {
      String member = "\"" + name + "\": " + (name.equals("margin") ? 1 : 2);
      String to = "\"" + name + "\": ";
      keeps(sheets, name + "-0", "no " + name, member, to + "0");
      keeps(sheets, name + "-1024", "the largest " + name, member, to + "1024");
      edit(
              sheets,
              "B4",
              OUT_OF_RANGE,
              name + "-negative",
              "a " + name + " of -1",
              member,
              to + "-1")
          .beside(name + "-0");
      edit(sheets, "B4", OUT_OF_RANGE, name + "-1025", "one more", member, to + "1025")
          .beside(name + "-1024");
      edit(sheets, "B2", WRONG_TYPE, name + "-word", "a word", member, to + "\"1\"");
    }
  }

  private static void frame(Cases<DocumentDraft> sheets) {
    sheets.valid("frame-without-count", "all whole frames", d -> d.edit(", \"count\": 3", ""));
    edit(
        sheets,
        "B7",
        MEMBER_OF_OTHER_CHOICE,
        "frame-with-fit",
        "fit beside frame",
        "\"margin\": 1",
        "\"fit\": \"exact\"");
    edit(sheets, "B2", WRONG_TYPE, "frame-word", "a word for frame", FRAME, "\"24x40\"");
    edit(
        sheets,
        "B1",
        MEMBER_MISSING,
        "frame-without-width",
        "a frame without width",
        "\"width\": 24, ",
        "");
    edit(
        sheets,
        "B1",
        MEMBER_MISSING,
        "frame-without-height",
        "a frame without height",
        ", \"height\": 40",
        "");
    edit(
        sheets,
        "B1",
        MEMBER_UNKNOWN,
        "frame-with-unknown-member",
        "an unknown member of frame",
        "\"count\": 3",
        "\"columns\": 3");
    side(sheets, "width", "\"width\": 24", 16_384);
    side(sheets, "height", "\"height\": 40", 16_384);
    side(sheets, "count", "\"count\": 3", 65_536);
  }

  private static void side(Cases<DocumentDraft> sheets, String name, String member, int most) {
    String to = "\"" + name + "\": ";
    String file = "frame-" + name + "-";
    keeps(sheets, file + "1", "the least " + name + " of a frame", member, to + "1");
    keeps(sheets, file + most, "the largest " + name + " of a frame", member, to + most);
    edit(sheets, "B4", OUT_OF_RANGE, file + "0", "a frame of " + name + " 0", member, to + "0")
        .beside(file + "1");
    edit(sheets, "B4", OUT_OF_RANGE, file + (most + 1), "one more", member, to + (most + 1))
        .beside(file + most);
  }

  private static void layers(Cases<DocumentDraft> sheets) {
    String layer = "\"layer\"";
    sheets.keeps(
        "B6",
        "layers-256",
        "the most layers",
        d -> d.edit(LAYERS, "[" + layer + (", " + layer).repeat(255) + "]"));
    edit(sheets, "B6", ELEMENT_COUNT, "layers-none", "no layers", LAYERS, "[]");
    edit(
            sheets,
            "B6",
            ELEMENT_COUNT,
            "layers-257",
            "one layer too many",
            LAYERS,
            "[" + layer + (", " + layer).repeat(256) + "]")
        .beside("layers-256");
    edit(sheets, "B2", WRONG_TYPE, "layers-word", "a word for layers", LAYERS, "\"body\"");
    edit(sheets, "B2", WRONG_TYPE, "layers-of-numbers", "a number for a layer", LAYERS, "[1]");
    edit(sheets, "X2", STRING_FORM, "layer-empty", "a layer without a name", LAYERS, "[\"\"]");
    edit(sheets, "X2", STRING_FORM, "tag-empty", "a tag without a name", "\"walk\"", "\"\"");
    edit(sheets, "B2", WRONG_TYPE, "tag-null", "null for tag", "\"walk\"", "null");
  }
}
