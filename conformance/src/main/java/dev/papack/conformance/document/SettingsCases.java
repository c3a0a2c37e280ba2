package dev.papack.conformance.document;

import static dev.papack.conformance.Refusal.MEMBER_MISSING;
import static dev.papack.conformance.Refusal.MEMBER_OF_OTHER_CHOICE;
import static dev.papack.conformance.Refusal.MEMBER_UNKNOWN;
import static dev.papack.conformance.Refusal.NOT_AN_INTEGER;
import static dev.papack.conformance.Refusal.OUT_OF_RANGE;
import static dev.papack.conformance.Refusal.WORD_UNKNOWN;
import static dev.papack.conformance.Refusal.WRONG_TYPE;
import static dev.papack.conformance.document.DocumentEdit.edit;

import dev.papack.conformance.Cases;
import java.util.List;

/** Row 5: the settings of the banks; B1 to B5 and B7. */
final class SettingsCases {
  private SettingsCases() {}

  static void addTo(Cases<DocumentDraft> assets) {
    tiles(assets.from(DocumentDraft::indexedTiles));
    palettes(assets.from(DocumentDraft::indexedTiles));
    sounds(assets.from(DocumentDraft::sounds));
    loop(assets.from(DocumentDraft::sounds));
    loopMode(assets.from(DocumentDraft::soundsVersion3));
  }

  private static void keeps(
      Cases<DocumentDraft> assets, String name, String about, String from, String to) {
    assets.keeps("B4", name, about, document -> document.edit(from, to));
  }

  private static void tiles(Cases<DocumentDraft> assets) {
    String size = "\"tile_size\": 8, ";
    String fit = "\"fit\": \"pad\"";
    String alpha = "\"alpha_threshold\": 128";
    edit(assets, "B1", MEMBER_MISSING, "tile-size-missing", "no tile_size", size, "");
    edit(
        assets,
        "B1",
        MEMBER_UNKNOWN,
        "tiles-with-unknown-member",
        "an unknown member of tiles",
        size,
        size + "\"dither\": 0, ");
    edit(assets, "B2", WRONG_TYPE, "fit-true", "true for fit", fit, "\"fit\": true");
    keeps(assets, "tile-size-32", "the largest tile_size", size, "\"tile_size\": 32, ");
    assets.valid("fit-exact", "fit as it is without the member", d -> d.edit("pad", "exact"));
    edit(
        assets,
        "B5",
        WORD_UNKNOWN,
        "fit-unknown",
        "a fit that does not exist",
        fit,
        "\"fit\": \"crop\"");
    edit(
        assets, "B5", WORD_UNKNOWN, "fit-capital", "a fit with a capital", fit, "\"fit\": \"Pad\"");
    edit(
        assets,
        "B2",
        WRONG_TYPE,
        "alpha-string",
        "a string for alpha_threshold",
        alpha,
        "\"alpha_threshold\": \"128\"");
    edit(
        assets,
        "B3",
        NOT_AN_INTEGER,
        "alpha-fraction",
        "half an alpha_threshold",
        alpha,
        "\"alpha_threshold\": 0.5");
    keeps(assets, "alpha-1", "the least alpha_threshold", alpha, "\"alpha_threshold\": 1");
    keeps(assets, "alpha-255", "the largest alpha_threshold", alpha, "\"alpha_threshold\": 255");
    edit(
            assets,
            "B4",
            OUT_OF_RANGE,
            "alpha-0",
            "an alpha_threshold of 0",
            alpha,
            "\"alpha_threshold\": 0")
        .beside("alpha-1");
    edit(
            assets,
            "B4",
            OUT_OF_RANGE,
            "alpha-256",
            "an alpha_threshold of 256",
            alpha,
            "\"alpha_threshold\": 256")
        .beside("alpha-255");
  }

  private static void palettes(Cases<DocumentDraft> assets) {
    String index0 = "\"index_0\": \"transparent\"";
    edit(
        assets,
        "B1",
        MEMBER_MISSING,
        "palettes-missing",
        "no palettes, and so no choice",
        "\"palettes\": \"indexed\", ",
        "");
    edit(assets, "B2", WRONG_TYPE, "palettes-number", "a number for palettes", "\"indexed\"", "4");
    edit(
        assets,
        "B5",
        WORD_UNKNOWN,
        "palettes-unknown",
        "palettes that do not exist",
        "indexed",
        "shared");
    edit(
        assets,
        "B5",
        WORD_UNKNOWN,
        "index-0-unknown",
        "an index_0 that does not exist",
        index0,
        "\"index_0\": \"opaque\"");
    edit(assets, "B2", WRONG_TYPE, "index-0-true", "true for index_0", index0, "\"index_0\": true");
    edit(
        assets,
        "B7",
        MEMBER_OF_OTHER_CHOICE,
        "auto-with-index-0",
        "index_0 with auto",
        "indexed",
        "auto");
  }

  private static void sounds(Cases<DocumentDraft> assets) {
    String rate = "\"sample_rate\": 22050";
    String channels = "\"channels\": 1";
    edit(
        assets,
        "B1",
        MEMBER_UNKNOWN,
        "sounds-with-unknown-member",
        "an unknown member of sounds",
        channels,
        channels + ", \"volume\": 1");
    edit(
        assets,
        "B2",
        WRONG_TYPE,
        "sample-rate-string",
        "a string for sample_rate",
        rate,
        "\"sample_rate\": \"22050\"");
    keeps(assets, "sample-rate-8000", "the lowest sample_rate", rate, "\"sample_rate\": 8000");
    keeps(assets, "sample-rate-48000", "the highest sample_rate", rate, "\"sample_rate\": 48000");
    edit(
            assets,
            "B4",
            OUT_OF_RANGE,
            "sample-rate-7999",
            "one below the lowest sample_rate",
            rate,
            "\"sample_rate\": 7999")
        .beside("sample-rate-8000");
    edit(
            assets,
            "B4",
            OUT_OF_RANGE,
            "sample-rate-48001",
            "one above the highest sample_rate",
            rate,
            "\"sample_rate\": 48001")
        .beside("sample-rate-48000");
    edit(
        assets,
        "B2",
        WRONG_TYPE,
        "channels-word",
        "a word for channels",
        channels,
        "\"channels\": \"mono\"");
    keeps(assets, "channels-2", "two channels", channels, "\"channels\": 2");
    edit(assets, "B4", OUT_OF_RANGE, "channels-0", "no channels", channels, "\"channels\": 0");
    edit(assets, "B4", OUT_OF_RANGE, "channels-3", "three channels", channels, "\"channels\": 3");
  }

  private static void loopMode(Cases<DocumentDraft> assets) {
    String end = "\"end\": 44100 }";
    for (String mode : List.of("forward", "ping_pong", "backward")) {
      assets.valid(
          "loop-mode-" + mode.replace('_', '-'),
          "a loop that is played " + mode,
          document -> document.edit(end, "\"end\": 44100, \"mode\": \"" + mode + "\" }"));
    }
    edit(
        assets,
        "B5",
        WORD_UNKNOWN,
        "loop-mode-unknown",
        "a mode of a loop that does not exist",
        end,
        "\"end\": 44100, \"mode\": \"alternating\" }");
    edit(
        assets,
        "B2",
        WRONG_TYPE,
        "loop-mode-number",
        "a number for the mode of a loop",
        end,
        "\"end\": 44100, \"mode\": 1 }");
    edit(
        assets.from(DocumentDraft::sounds),
        "B1",
        MEMBER_UNKNOWN,
        "version-2-loop-mode",
        "a mode of a loop, in version 2",
        end,
        "\"end\": 44100, \"mode\": \"forward\" }");
  }

  private static void loop(Cases<DocumentDraft> assets) {
    String loop = "{ \"start\": 0, \"end\": 44100 }";
    String largest = "{ \"start\": 0, \"end\": 9007199254740991 }";
    edit(
        assets,
        "B5",
        WORD_UNKNOWN,
        "loop-unknown",
        "a word for loop that does not exist",
        loop,
        "\"all\"");
    edit(assets, "B2", WRONG_TYPE, "loop-true", "true for loop", loop, "true");
    edit(assets, "B2", WRONG_TYPE, "loop-null", "null for loop", loop, "null");
    edit(assets, "B2", WRONG_TYPE, "loop-array", "an array for loop", loop, "[0, 44100]");
    edit(
        assets,
        "B1",
        MEMBER_MISSING,
        "loop-without-start",
        "a loop without start",
        loop,
        "{ \"end\": 44100 }");
    edit(
        assets,
        "B1",
        MEMBER_MISSING,
        "loop-without-end",
        "a loop without end",
        loop,
        "{ \"start\": 0 }");
    edit(
        assets,
        "B1",
        MEMBER_UNKNOWN,
        "loop-with-unknown-member",
        "an unknown member of loop",
        loop,
        "{ \"start\": 0, \"end\": 44100, \"count\": 2 }");
    edit(
        assets,
        "B4",
        OUT_OF_RANGE,
        "loop-start-negative",
        "a loop that starts at -1",
        loop,
        "{ \"start\": -1, \"end\": 44100 }");
    keeps(assets, "loop-end-0", "a loop that ends at 0", loop, "{ \"start\": 0, \"end\": 0 }");
    edit(
            assets,
            "B4",
            OUT_OF_RANGE,
            "loop-end-negative",
            "a loop that ends at -1",
            loop,
            "{ \"start\": 0, \"end\": -1 }")
        .beside("loop-end-0");
    keeps(assets, "loop-end-2-to-53-less-1", "the largest integer of a document", loop, largest);
    edit(
            assets,
            "B4",
            OUT_OF_RANGE,
            "loop-end-2-to-53",
            "2^53 for the end of a loop",
            loop,
            "{ \"start\": 0, \"end\": 9007199254740992 }")
        .beside("loop-end-2-to-53-less-1");
    edit(
        assets,
        "B4",
        OUT_OF_RANGE,
        "loop-end-2-to-63",
        "2^63 for the end of a loop",
        loop,
        "{ \"start\": 0, \"end\": 9223372036854775808 }");
  }
}
