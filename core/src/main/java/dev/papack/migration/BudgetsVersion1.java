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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** The structure of {@code budgets.json} version 1: a list of budgets, each one number. */
final class BudgetsVersion1 {
  private static final long MAX_INTEGER = (1L << 53) - 1;

  /** A part of a name with single stars, or two stars for any number of parts. */
  private static final String PART = "(\\*\\*|\\*|\\*?[a-z0-9_.-]+(\\*[a-z0-9_.-]+)*\\*?)";

  static final Shape STRUCTURE =
      new ObjectShape(
          List.of(
              required("artifact", choice("budgets")),
              required("schema_version", new NumberChoiceShape(List.of(1))),
              optional("$schema", new TextShape(Pattern.compile("(?s).*"), "a string")),
              required("budgets", new ArrayShape(budget(), 1_000))));

  private BudgetsVersion1() {}

  /** Only bytes are what sounds have, too. */
  private static VariantShape budget() {
    SequencedMap<String, List<Member>> measures = new LinkedHashMap<>();
    measures.put("bytes", List.of(optional("bank", choice("TILES", "SOUNDS"))));
    measures.put("tiles", List.of());
    measures.put("palettes", List.of());
    measures.put("frames", List.of());
    return new VariantShape(
        "measure",
        List.of(
            required("limit", new IntegerShape(0, MAX_INTEGER)),
            optional("set", choice("preload")),
            optional(
                "names",
                new TextShape(
                    Pattern.compile("(?=.{1,256}\\z)" + PART + "(/" + PART + ")*"),
                    "a pattern of names such as sprites/** or music/*_loop"))),
        measures,
        List.of("measure", "limit", "bank", "set", "names"));
  }

  private static ChoiceShape choice(String... values) {
    return new ChoiceShape(List.of(values));
  }
}
