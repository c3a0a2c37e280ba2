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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The structures of the control data, version 1: the two records of a decision, whose last member
 * is the checksum of all before it, and the description of who holds the lock.
 */
final class ControlVersion1 {
  private static final TextShape DIGEST =
      new TextShape(Pattern.compile("[0-9a-f]{64}"), "64 lower-case hexadecimal digits");

  private static final IntegerShape SIZE = new IntegerShape(0, (1L << 53) - 1);

  /** One from inside and one from beside, for as many roots as a workspace may have. */
  private static final int MAX_DECLARATIONS = 2 * 131_072;

  /** Of one authored document; without {@code after} it is deleted. */
  private static final List<Shape.Member> CHANGE =
      List.of(optional("before", DIGEST), optional("size", SIZE), optional("after", DIGEST));

  static final Shape PUBLICATION_RECORD =
      document(
          "publication_record",
          required("pack_id", DIGEST),
          required(
              "files",
              new ArrayShape(
                  new ObjectShape(
                      List.of(
                          required("slot", new IntegerShape(0, 3)),
                          required("size", SIZE),
                          required("sha256", DIGEST))),
                  4,
                  4)),
          required("checksum", DIGEST));

  static final Shape DOCUMENT_RECORD =
      document(
          "document_record",
          required(
              "declarations",
              new ArrayShape(
                  object(
                      required("root", new TextShape(Pattern.compile("(?s).+"), "an asset root")),
                      required("form", new ChoiceShape(List.of("inside", "beside")))),
                  MAX_DECLARATIONS)),
          optional("index", object()),
          required("checksum", DIGEST));

  static final Shape LOCK_OWNER =
      document(
          "lock_owner",
          required("process", new IntegerShape(0, (1L << 53) - 1)),
          required(
              "operation",
              new TextShape(
                  Pattern.compile("[a-z][a-z -]{0,39}"),
                  "1 to 40 lower-case letters, spaces and hyphens")));

  private ControlVersion1() {}

  private static Shape object(Shape.Member... first) {
    List<Shape.Member> members = new ArrayList<>(List.of(first));
    members.addAll(CHANGE);
    return new ObjectShape(members);
  }

  private static Shape document(String kind, Shape.Member... members) {
    List<Shape.Member> all =
        new ArrayList<>(
            List.of(
                required("artifact", new ChoiceShape(List.of(kind))),
                required("schema_version", new NumberChoiceShape(List.of(1)))));
    all.addAll(List.of(members));
    return new ObjectShape(all);
  }
}
