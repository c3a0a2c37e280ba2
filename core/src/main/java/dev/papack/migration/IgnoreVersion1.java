package dev.papack.migration;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;

import dev.papack.document.Shape;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.NumberChoiceShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.TextShape;
import java.util.List;
import java.util.regex.Pattern;

/** The structure of {@code ignore.json} version 1: a list of patterns. */
final class IgnoreVersion1 {
  static final Shape STRUCTURE =
      new ObjectShape(
          List.of(
              required("artifact", new ChoiceShape(List.of("ignore"))),
              required("schema_version", new NumberChoiceShape(List.of(1))),
              optional("$schema", new TextShape(Pattern.compile("(?s).*"), "a string")),
              required(
                  "ignore",
                  new ArrayShape(
                      new TextShape(Pattern.compile("(?s).+"), "a pattern of paths"), 1_000))));

  private IgnoreVersion1() {}
}
