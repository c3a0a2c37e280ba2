package dev.papack.migration;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;

import dev.papack.document.Shape;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.NumberChoiceShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.TextShape;
import dev.papack.document.Shape.VariantShape;
import dev.papack.document.Shape.WordOrObjectShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * The structure of {@code asset_table_metadata.json} version 2, whose last member is the checksum
 * of all before it.
 */
final class CompanionsVersion2 {
  private static final int MAX_ASSETS = 131_072;
  private static final IntegerShape COUNT = new IntegerShape(0, (1L << 53) - 1);
  private static final IntegerShape ASSET_ID = new IntegerShape(1, Integer.MAX_VALUE);
  private static final TextShape PATH = new TextShape(Pattern.compile("(?s).+"), "a path");
  private static final TextShape NAME =
      new TextShape(
          Pattern.compile("(?=.{1,128}\\z)[a-z0-9_]+([./-][a-z0-9_]+)*"),
          "1 to 128 of a-z, 0-9 and _, with single . / or - between them");
  private static final TextShape ANY_NAME = new TextShape(Pattern.compile("(?s).+"), "a name");
  private static final TextShape ANY_TEXT = new TextShape(Pattern.compile("(?s).*"), "a text");
  private static final IntegerShape COORDINATE =
      new IntegerShape(Integer.MIN_VALUE, Integer.MAX_VALUE);
  private static final int MAX_FRAMES = 65_536;
  private static final int MAX_NAMED = 1 << 24;
  private static final TextShape DIGEST =
      new TextShape(Pattern.compile("[0-9a-f]{64}"), "64 lower-case hexadecimal digits");
  private static final NumberChoiceShape CHANNELS = new NumberChoiceShape(List.of(1, 2));
  private static final NumberChoiceShape TILE_SIZE = new NumberChoiceShape(List.of(8, 16, 32));
  private static final IntegerShape SAMPLE_RATE = new IntegerShape(8_000, 48_000);

  static final Shape METADATA =
      companion(
          "asset_table_metadata",
          required("assets", new ArrayShape(provenance(), MAX_ASSETS)),
          required("totals", totals()),
          // Absent only in what was made of a version 1, which has none.
          optional("checksum", DIGEST));

  private CompanionsVersion2() {}

  private static ObjectShape companion(String artifact, Member... further) {
    List<Member> members =
        new ArrayList<>(
            List.of(
                required("artifact", choice(artifact)),
                required("schema_version", new NumberChoiceShape(List.of(2))),
                required("pack_id", DIGEST)));
    members.addAll(List.of(further));
    return new ObjectShape(members);
  }

  private static VariantShape provenance() {
    return new VariantShape(
        "bank_type",
        List.of(
            required("asset_id", ASSET_ID),
            required("asset_name", NAME),
            required("root", PATH),
            required("sources", new ArrayShape(source(), MAX_ASSETS))),
        banks(
            List.of(
                optional("references", new ArrayShape(source(), 1, MAX_ASSETS)),
                required("settings", new ObjectShape(tilesSettings())),
                required("result", result(tilesNumbers())),
                optional("frames", frames())),
            List.of(
                required("settings", new ObjectShape(soundsSettings())),
                required("result", result(soundsNumbers())))),
        List.of(
            "asset_id",
            "asset_name",
            "root",
            "bank_type",
            "sources",
            "references",
            "settings",
            "result",
            "frames"));
  }

  private static ObjectShape frames() {
    return new ObjectShape(
        List.of(
            required("count", COUNT),
            required("tiles", COUNT),
            optional("durations_ms", new ArrayShape(COUNT, 1, MAX_FRAMES)),
            optional("tags", new ArrayShape(tag(), 1, MAX_NAMED)),
            optional("slices", new ArrayShape(slice(), 1, MAX_NAMED))));
  }

  private static ObjectShape tag() {
    return new ObjectShape(
        List.of(
            required("name", ANY_TEXT),
            required("from", COUNT),
            required("to", COUNT),
            required("direction", choice("forward", "reverse", "ping_pong", "ping_pong_reverse"))));
  }

  private static ObjectShape slice() {
    List<Member> key = new ArrayList<>();
    key.add(required("frame", COUNT));
    key.addAll(area());
    key.add(optional("center", new ObjectShape(area())));
    key.add(
        optional(
            "pivot",
            new ObjectShape(List.of(required("x", COORDINATE), required("y", COORDINATE)))));
    return new ObjectShape(
        List.of(
            required("name", ANY_TEXT),
            required("to", COUNT),
            required("keys", new ArrayShape(new ObjectShape(key), 1, MAX_NAMED))));
  }

  private static List<Member> area() {
    return List.of(
        required("x", COORDINATE),
        required("y", COORDINATE),
        required("width", COUNT),
        required("height", COUNT));
  }

  private static ObjectShape source() {
    return new ObjectShape(
        List.of(required("path", PATH), required("size", COUNT), required("sha256", DIGEST)));
  }

  private static List<Member> tilesSettings() {
    return List.of(
        required("tile_size", TILE_SIZE),
        required(
            "palettes",
            new WordOrObjectShape(
                choice("indexed", "auto"), new ObjectShape(List.of(required("from", PATH))))),
        optional("colors", choice("reduce")),
        optional("max_palettes", new IntegerShape(1, 64)),
        optional("dither", choice("ordered")),
        required("fit", choice("exact", "pad")),
        optional("alpha_threshold", new IntegerShape(1, 255)),
        optional("index_0", choice("transparent")),
        optional(
            "transparent_color",
            new TextShape(Pattern.compile("#[0-9a-f]{6}"), "a colour in lower case")),
        optional("margin", new IntegerShape(0, 1_024)),
        optional("spacing", new IntegerShape(0, 1_024)),
        optional(
            "frame",
            new ObjectShape(
                List.of(
                    required("width", new IntegerShape(1, 16_384)),
                    required("height", new IntegerShape(1, 16_384)),
                    optional("count", new IntegerShape(1, 65_536))))),
        optional("layers", new ArrayShape(ANY_NAME, 1, 256)),
        optional("tag", ANY_NAME));
  }

  private static List<Member> soundsSettings() {
    return List.of(
        optional("sample_rate", SAMPLE_RATE),
        optional("channels", CHANNELS),
        required(
            "loop",
            new WordOrObjectShape(
                choice("source", "none"),
                new ObjectShape(
                    List.of(
                        required("start", COUNT),
                        required("end", COUNT),
                        // The usual one is left out.
                        optional("mode", choice("ping_pong", "backward")))))));
  }

  private static ObjectShape result(List<Member> numbers) {
    List<Member> members = new ArrayList<>(numbers);
    members.add(required("bytes", COUNT));
    return new ObjectShape(members);
  }

  private static List<Member> tilesNumbers() {
    return List.of(
        required("columns", COUNT),
        required("palette_count", COUNT),
        required("tile_count", COUNT),
        required("tile_size", TILE_SIZE));
  }

  private static List<Member> soundsNumbers() {
    return List.of(
        required("channels", CHANNELS),
        required("frame_count", COUNT),
        optional("loop_end", COUNT),
        optional("loop_start", COUNT),
        required("sample_rate", SAMPLE_RATE));
  }

  private static ObjectShape totals() {
    return new ObjectShape(
        List.of(
            required("assets", COUNT),
            required("tiles", COUNT),
            required("palettes", COUNT),
            required("frames", COUNT),
            required("bytes", COUNT)));
  }

  private static ChoiceShape choice(String... values) {
    return new ChoiceShape(List.of(values));
  }

  private static SequencedMap<String, List<Member>> banks(List<Member> tiles, List<Member> sounds) {
    SequencedMap<String, List<Member>> variants = new LinkedHashMap<>();
    variants.put("TILES", tiles);
    variants.put("SOUNDS", sounds);
    return variants;
  }
}
