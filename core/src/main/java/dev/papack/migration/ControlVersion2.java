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
 * The structures of the two records of a decision, version 2: they name the folder that they were
 * written in, and which old files are kept. The last member is the checksum of all before it.
 */
final class ControlVersion2 {
  private static final TextShape DIGEST =
      new TextShape(Pattern.compile("[0-9a-f]{64}"), "64 lower-case hexadecimal digits");

  private static final IntegerShape SIZE = new IntegerShape(0, (1L << 53) - 1);

  /** One from inside and one from beside, for as many roots as a workspace may have. */
  private static final int MAX_DECLARATIONS = 2 * 131_072;

  /** So many, each in the shortest form, make a record that is too long to be read. */
  private static final int MAX_MOVES = 1 << 20;

  private static final TextShape FILE =
      new TextShape(Pattern.compile("(?s).+"), "a path below assets/");

  /** Of one authored document; without {@code after} it is deleted. */
  private static final List<Shape.Member> CHANGE =
      List.of(optional("before", DIGEST), optional("size", SIZE), optional("after", DIGEST));

  /** As much as the platform tells of a folder; nothing of it makes the record foreign. */
  private static final Shape FOLDER =
      new ObjectShape(
          List.of(
              optional("inode", new TextShape(Pattern.compile("[0-9]{1,20}"), "1 to 20 digits")),
              optional(
                  "born",
                  new TextShape(
                      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{1,20}Z"),
                      "an instant of ISO 8601, such as 2026-01-31T12:00:00Z"))));

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
                          required("sha256", DIGEST),
                          required("old", new ChoiceShape(List.of("kept", "nothing"))))),
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
          optional("ignore", object()),
          optional(
              "moves",
              new ArrayShape(
                  new ObjectShape(
                      List.of(
                          required("from", FILE),
                          required("to", FILE),
                          required("size", SIZE),
                          required("sha256", DIGEST))),
                  MAX_MOVES)),
          required("checksum", DIGEST));

  private ControlVersion2() {}

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
                required("schema_version", new NumberChoiceShape(List.of(2))),
                required("folder", FOLDER)));
    all.addAll(List.of(members));
    return new ObjectShape(all);
  }
}
