package dev.papack.migration;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;

import dev.papack.document.Shape;
import dev.papack.document.Shape.ChoiceShape;
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

/** The structure of {@code asset.json} version 1: one source, one bank. */
final class AssetVersion1 {
  private static final long MAX_INTEGER = (1L << 53) - 1;

  static final Shape STRUCTURE =
      new VariantShape(
          "bank",
          List.of(
              required("artifact", choice("asset")),
              required("schema_version", new NumberChoiceShape(List.of(1))),
              optional("asset_id", new IntegerShape(1, Integer.MAX_VALUE)),
              required(
                  "name",
                  new TextShape(
                      Pattern.compile("(?=.{1,128}\\z)[a-z0-9_]+([./-][a-z0-9_]+)*"),
                      "1 to 128 of a-z, 0-9 and _, with single . / or - between them")),
              required("source", new TextShape(Pattern.compile("(?s).+"), "a path")),
              optional(
                  "preload", new ObjectShape(List.of(required("slot", new IntegerShape(0, 255)))))),
          variants(
              "TILES", List.of(required("tiles", tiles())),
              "SOUNDS", List.of(optional("sounds", sounds()))),
          List.of(
              "artifact",
              "schema_version",
              "asset_id",
              "name",
              "source",
              "bank",
              "tiles",
              "sounds",
              "preload"));

  private AssetVersion1() {}

  private static VariantShape tiles() {
    return new VariantShape(
        "palettes",
        List.of(
            required("tile_size", new NumberChoiceShape(List.of(8, 16, 32))),
            optional("fit", choice("exact", "pad")),
            optional("alpha_threshold", new IntegerShape(1, 255))),
        variants("indexed", List.of(optional("index_0", choice("transparent"))), "auto", List.of()),
        List.of("tile_size", "palettes", "fit", "alpha_threshold", "index_0"));
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
                            required("end", new IntegerShape(0, MAX_INTEGER))))))));
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
