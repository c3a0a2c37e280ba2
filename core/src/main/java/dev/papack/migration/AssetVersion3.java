package dev.papack.migration;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;

import dev.papack.document.Shape;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.Exclusion;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.NumberChoiceShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.TextShape;
import dev.papack.document.Shape.VariantShape;
import dev.papack.document.Shape.WordOrObjectShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * The structure of {@code asset.json} version 3: it may name a schema, for editors, which papack
 * never opens; sheets may have keys, gutters, frames, palettes from another picture, and fewer
 * colours; and loops may have a mode.
 */
final class AssetVersion3 {
  private static final long MAX_INTEGER = (1L << 53) - 1;

  static final Shape STRUCTURE =
      new VariantShape(
          "bank",
          List.of(
              required("artifact", choice("asset")),
              required("schema_version", new NumberChoiceShape(List.of(3))),
              optional("$schema", new TextShape(Pattern.compile("(?s).*"), "a string")),
              optional("asset_id", new IntegerShape(1, Integer.MAX_VALUE)),
              required(
                  "name",
                  new TextShape(
                      Pattern.compile("(?=.{1,128}\\z)[a-z0-9_]+([./-][a-z0-9_]+)*"),
                      "1 to 128 of a-z, 0-9 and _, with single . / or - between them")),
              optional(
                  "preload", new ObjectShape(List.of(required("slot", new IntegerShape(0, 255)))))),
          variants(
              "TILES", List.of(required("sources", sources(256)), required("tiles", tiles())),
              "SOUNDS", List.of(required("sources", sources(1)), optional("sounds", sounds()))),
          List.of(
              "artifact",
              "schema_version",
              "$schema",
              "asset_id",
              "name",
              "sources",
              "bank",
              "tiles",
              "sounds",
              "preload"));

  private AssetVersion3() {}

  private static ArrayShape sources(int most) {
    return new ArrayShape(path(), 1, most);
  }

  private static ObjectShape tiles() {
    return new ObjectShape(
        List.of(
            required("tile_size", new NumberChoiceShape(List.of(8, 16, 32))),
            required(
                "palettes",
                new WordOrObjectShape(
                    choice("indexed", "auto"), new ObjectShape(List.of(required("from", path()))))),
            optional("colors", choice("reduce")),
            optional("max_palettes", new IntegerShape(1, 64)),
            optional("dither", choice("ordered")),
            optional("fit", choice("exact", "pad")),
            optional("alpha_threshold", new IntegerShape(1, 255)),
            optional("index_0", choice("transparent")),
            optional(
                "transparent_color",
                new TextShape(Pattern.compile("#[0-9a-fA-F]{6}"), "a colour such as #ff00ff")),
            optional("margin", new IntegerShape(0, 1_024)),
            optional("spacing", new IntegerShape(0, 1_024)),
            optional(
                "frame",
                new ObjectShape(
                    List.of(
                        required("width", new IntegerShape(1, 16_384)),
                        required("height", new IntegerShape(1, 16_384)),
                        optional("count", new IntegerShape(1, 65_536))))),
            optional("layers", new ArrayShape(name(), 1, 256)),
            optional("tag", name())),
        // Frames are always padded, one by one.
        List.of(new Exclusion("fit", "frame")));
  }

  private static TextShape path() {
    return new TextShape(Pattern.compile("(?s).+"), "a path");
  }

  private static TextShape name() {
    return new TextShape(Pattern.compile("(?s).+"), "a name");
  }

  private static ObjectShape sounds() {
    return new ObjectShape(
        List.of(
            optional("sample_rate", new IntegerShape(8_000, 48_000)),
            optional("channels", new NumberChoiceShape(List.of(1, 2))),
            optional(
                "loop",
                new WordOrObjectShape(
                    choice("none"),
                    new ObjectShape(
                        List.of(
                            required("start", new IntegerShape(0, MAX_INTEGER)),
                            required("end", new IntegerShape(0, MAX_INTEGER)),
                            optional("mode", choice("forward", "ping_pong", "backward"))))))));
  }

  private static ChoiceShape choice(String... values) {
    return new ChoiceShape(List.of(values));
  }

  private static SequencedMap<String, List<Member>> variants(
      String first, List<Member> firstMembers, String second, List<Member> secondMembers) {
    SequencedMap<String, List<Member>> variants = new LinkedHashMap<>();
    variants.put(first, firstMembers);
    variants.put(second, secondMembers);
    return variants;
  }
}
