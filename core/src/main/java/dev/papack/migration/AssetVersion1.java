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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** The structure of {@code asset.json} version 1: one source, one bank. */
final class AssetVersion1 {
  private static final long LARGEST_INTEGER = (1L << 53) - 1;

  static final Shape STRUCTURE =
      variant(
          "bank",
          variants(
              "TILES",
              declaration(choice("TILES"), required("tiles", tiles())),
              "SOUNDS",
              declaration(choice("SOUNDS"), optional("sounds", sounds()))));

  private AssetVersion1() {}

  private static ObjectShape declaration(ChoiceShape bank, Member settings) {
    return new ObjectShape(
        List.of(
            required("artifact", choice("asset")),
            required("schema_version", new NumberChoiceShape(List.of(1))),
            optional("asset_id", new IntegerShape(1, Integer.MAX_VALUE)),
            required("name", name()),
            required("source", new TextShape(Pattern.compile("(?s).+"), "a path")),
            required("bank", bank),
            settings,
            optional(
                "preload", new ObjectShape(List.of(required("slot", new IntegerShape(0, 255)))))));
  }

  static TextShape name() {
    return new TextShape(
        Pattern.compile("(?=.{1,128}\\z)[a-z0-9_]+([./-][a-z0-9_]+)*"),
        "1 to 128 of a-z, 0-9 and _, with single . / or - between them");
  }

  private static VariantShape tiles() {
    return variant(
        "palettes",
        variants(
            "indexed",
            tiles(choice("indexed"), List.of(optional("index_0", choice("transparent")))),
            "auto",
            tiles(choice("auto"), List.of())));
  }

  private static ObjectShape tiles(ChoiceShape palettes, List<Member> further) {
    List<Member> members =
        new ArrayList<>(
            List.of(
                required("tile_size", new NumberChoiceShape(List.of(8, 16, 32))),
                required("palettes", palettes),
                optional("fit", choice("exact", "pad")),
                optional("alpha_threshold", new IntegerShape(1, 255))));
    members.addAll(further);
    return new ObjectShape(members);
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
                            required("start", new IntegerShape(0, LARGEST_INTEGER)),
                            required("end", new IntegerShape(0, LARGEST_INTEGER))))))));
  }

  private static ChoiceShape choice(String... values) {
    return new ChoiceShape(List.of(values));
  }

  private static VariantShape variant(String tag, SequencedMap<String, ObjectShape> variants) {
    return new VariantShape(tag, variants);
  }

  private static SequencedMap<String, ObjectShape> variants(
      String first, ObjectShape firstShape, String second, ObjectShape secondShape) {
    SequencedMap<String, ObjectShape> variants = new LinkedHashMap<>();
    variants.put(first, firstShape);
    variants.put(second, secondShape);
    return variants;
  }
}
