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

/** The structure of the journal, version 1. Its last member is the checksum of all before it. */
final class JournalVersion1 {
  private static final TextShape DIGEST =
      new TextShape(Pattern.compile("[0-9a-f]{64}"), "64 lower-case hexadecimal digits");

  static final Shape STRUCTURE =
      new ObjectShape(
          List.of(
              required("artifact", new ChoiceShape(List.of("journal"))),
              required("schema_version", new NumberChoiceShape(List.of(1))),
              required(
                  "files",
                  new ArrayShape(
                      new ObjectShape(
                          List.of(
                              optional("slot", new IntegerShape(0, 3)),
                              optional(
                                  "document", new TextShape(Pattern.compile("(?s).+"), "a path")),
                              optional("before", DIGEST),
                              optional("size", new IntegerShape(0, (1L << 53) - 1)),
                              optional("after", DIGEST))),
                      262_144)),
              required("checksum", DIGEST)));

  private JournalVersion1() {}
}
