package dev.papack.migration;

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

/** The structure of {@code index.json} version 1: ids and roots, and the ids that are retired. */
final class IndexVersion1 {
  private static final IntegerShape ASSET_ID = new IntegerShape(1, Integer.MAX_VALUE);

  static final Shape STRUCTURE =
      new ObjectShape(
          List.of(
              required("artifact", new ChoiceShape(List.of("index"))),
              required("schema_version", new NumberChoiceShape(List.of(1))),
              required(
                  "assets",
                  new ArrayShape(
                      new ObjectShape(
                          List.of(
                              required("asset_id", ASSET_ID),
                              required(
                                  "root", new TextShape(Pattern.compile("(?s).+"), "a path")))),
                      131_072)),
              // Retired ids gather over the years; only the size of the file bounds them.
              required("retired", new ArrayShape(ASSET_ID, Integer.MAX_VALUE))));

  private IndexVersion1() {}
}
