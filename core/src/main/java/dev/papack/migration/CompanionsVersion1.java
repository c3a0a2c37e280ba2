package dev.papack.migration;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;

import dev.papack.document.Shape;
import dev.papack.document.Shape.AnyObjectShape;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.NumberChoiceShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.TextShape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The structures of the pack's three companions, version 1. */
final class CompanionsVersion1 {
  private static final int MOST_ASSETS = 131_072;
  private static final IntegerShape COUNT = new IntegerShape(0, (1L << 53) - 1);
  private static final IntegerShape ASSET_ID = new IntegerShape(1, Integer.MAX_VALUE);
  private static final TextShape ANY_TEXT = new TextShape(Pattern.compile("(?s).*"), "a string");
  private static final TextShape DIGEST =
      new TextShape(Pattern.compile("[0-9a-f]{64}"), "64 lower-case hexadecimal digits");

  /** What an entry says must be exactly the pack's; the comparison with the pack judges that. */
  static final Shape ASSET_TABLE =
      companion(
          "asset_table", required("entries", new ArrayShape(new AnyObjectShape(), MOST_ASSETS)));

  static final Shape PRELOAD =
      companion("preload", required("preload", new ArrayShape(new AnyObjectShape(), MOST_ASSETS)));

  static final Shape METADATA =
      companion(
          "asset_table_metadata",
          required("assets", new ArrayShape(provenance(), MOST_ASSETS)),
          required("totals", new AnyObjectShape()));

  private CompanionsVersion1() {}

  private static ObjectShape companion(String artifact, Member... further) {
    List<Member> members =
        new ArrayList<>(
            List.of(
                required("artifact", new ChoiceShape(List.of(artifact))),
                required("schema_version", new NumberChoiceShape(List.of(1))),
                required("pack_id", DIGEST)));
    members.addAll(List.of(further));
    return new ObjectShape(members);
  }

  private static ObjectShape provenance() {
    return new ObjectShape(
        List.of(
            required("asset_id", ASSET_ID),
            required("asset_name", AssetVersion1.name()),
            required("root", ANY_TEXT),
            required(
                "sources",
                new ArrayShape(
                    new ObjectShape(
                        List.of(
                            required("path", ANY_TEXT),
                            required("size", COUNT),
                            required("sha256", DIGEST))),
                    MOST_ASSETS)),
            required("settings", new AnyObjectShape()),
            optional("preload", new AnyObjectShape()),
            required("result", new AnyObjectShape())));
  }
}
