package dev.papack.migration;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;

import dev.papack.document.Shape;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.NumberChoiceShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.TextShape;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The structure of {@code index.json} version 3: an entry may say what its id means, by name and
 * bank; and the document may name a schema, for editors, which papack never opens.
 */
final class IndexVersion3 {
  private static final IntegerShape ASSET_ID = new IntegerShape(1, Integer.MAX_VALUE);
  private static final TextShape PATH = new TextShape(Pattern.compile("(?s).+"), "a path");
  private static final TextShape NAME =
      new TextShape(
          Pattern.compile("(?=.{1,128}\\z)[a-z0-9_]+([./-][a-z0-9_]+)*"),
          "1 to 128 of a-z, 0-9 and _, with single . / or - between them");

  static final Shape STRUCTURE =
      new ObjectShape(
          List.of(
              required("artifact", new ChoiceShape(List.of("index"))),
              required("schema_version", new NumberChoiceShape(List.of(3))),
              optional("$schema", new TextShape(Pattern.compile("(?s).*"), "a string")),
              required(
                  "assets",
                  new ArrayShape(
                      new ObjectShape(
                          List.of(
                              required("asset_id", ASSET_ID),
                              required("root", PATH),
                              optional("name", NAME),
                              optional("bank", new ChoiceShape(List.of("TILES", "SOUNDS"))))),
                      131_072)),
              // Retired ids gather over the years; only the size of the file bounds them.
              required(
                  "retired",
                  new ArrayShape(
                      new ObjectShape(
                          List.of(
                              required("asset_id", ASSET_ID),
                              optional("name", NAME),
                              optional("root", PATH))),
                      Integer.MAX_VALUE))));

  private IndexVersion3() {}
}
