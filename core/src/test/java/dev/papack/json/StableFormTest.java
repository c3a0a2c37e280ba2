package dev.papack.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StableFormTest {
  private static final String DECLARATION =
      """
      {
        "artifact": "asset",
        "schema_version": 2,
        "asset_id": 1839203411,
        "name": "sprites/hero",
        "sources": ["hero.png"],
        "bank": "TILES",
        "tiles": { "tile_size": 16, "palettes": "auto" },
        "preload": { "slot": 0 }
      }
      """;
  private static final String INDEX =
      """
      {
        "artifact": "index",
        "schema_version": 2,
        "assets": [
          {"asset_id": 204871, "root": "music/theme"},
          {"asset_id": 1839203411, "root": "sprites/hero"}
        ],
        "retired": [
          {"asset_id": 77120394}
        ]
      }
      """;

  private static String rewritten(String document) {
    return StableForm.write(Parsed.tree(document));
  }

  @Test
  void declarationOfTheSpecificationIsStable() {
    assertThat(rewritten(DECLARATION)).isEqualTo(DECLARATION);
  }

  @Test
  void indexOfTheSpecificationIsStable() {
    assertThat(rewritten(INDEX)).isEqualTo(INDEX);
  }

  @Test
  void formattingOfTheAuthorIsNotKept() {
    assertThat(rewritten(DECLARATION.replaceAll("\\s+", ""))).isEqualTo(DECLARATION);
    assertThat(rewritten(INDEX.replace("\n", "\r\n\t"))).isEqualTo(INDEX);
  }

  /** A loop is one setting: its ends are chosen together. */
  @Test
  void eachSettingIsOnALineOfItsOwn() {
    String text =
        """
        {
          "name": "a",
          "sources": ["a.wav", "b.wav"],
          "empty": {},
          "sounds": {
            "channels": 1,
            "loop": { "start": 0, "end": 9 }
          }
        }
        """;
    assertThat(StableForm.writeBySetting(Parsed.tree(text.replaceAll("\\s+", "")))).isEqualTo(text);
  }

  @Test
  void emptyContainersHaveNothingInside() {
    assertThat(rewritten("{\"a\": [ ], \"b\": { }, \"c\": [[ ], { }]}"))
        .isEqualTo(
            """
            {
              "a": [],
              "b": {},
              "c": [
                [],
                {}
              ]
            }
            """);
    assertThat(rewritten("{ }")).isEqualTo("{}\n");
    assertThat(rewritten("[ ]")).isEqualTo("[]\n");
  }

  @Test
  void bracesAreSpacedOutsideOfArraysOnly() {
    assertThat(rewritten("{\"a\":{\"b\":{\"c\":[1,{\"d\":2}]}},\"e\":[{\"f\":{\"g\":[3,4]}}]}"))
        .isEqualTo(
            """
            {
              "a": { "b": { "c": [1, {"d": 2}] } },
              "e": [
                {"f": {"g": [3, 4]}}
              ]
            }
            """);
  }

  @Test
  void rootNeedNotBeAnObject() {
    assertThat(rewritten("[1,[2],{\"a\":3}]")).isEqualTo("[\n  1,\n  [2],\n  {\"a\": 3}\n]\n");
    assertThat(rewritten("\"a\"")).isEqualTo("\"a\"\n");
  }

  @Test
  void numbersKeepTheirText() {
    assertThat(rewritten("{\"a\":-0,\"b\":1.50,\"c\":1E+3}"))
        .isEqualTo("{\n  \"a\": -0,\n  \"b\": 1.50,\n  \"c\": 1E+3\n}\n");
  }

  @Test
  void stringsAreEscapedNoMoreThanNeeded() {
    assertThat(
            rewritten("\"\\u0022\\u005c\\/\\u0008\\f\\n\\r\\t\\u0001\\u001f\\u00e9\uD834\uDD1E\""))
        .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001fé\uD834\uDD1E\"\n");
  }

  @Test
  void nothingHiddenStandsAsItself() {
    String hidden =
        "\u007F\u0085\u00AD\u200B\u200F\u2028\u2029\u202E\u2066\uFE0F\uFEFF\uDB40\uDC41";
    assertThat(rewritten("{\"" + hidden + "\":\"" + hidden + "\"}"))
        .isEqualTo(
            "{\n  \"H\": \"H\"\n}\n"
                .replace(
                    "H",
                    "\\u007f\\u0085\\u00ad\\u200b\\u200f\\u2028\\u2029\\u202e\\u2066\\ufe0f"
                        + "\\ufeff\\udb40\\udc41"));
  }

  @Test
  void everyFormatCharacterOfTheRuntimeThatShowsNothingIsEscaped() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      boolean hidden =
          switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> !showsItself(point);
            default -> false;
          };
      if (hidden) {
        assertThat(
                StableForm.write(
                    new JsonString(Character.toString(point), Parsed.tree("1").range())))
            .as("U+%04X", point)
            .startsWith("\"\\");
      }
    }
  }

  /** Number signs, subtending marks and hieroglyph joiners: of the format class, but drawn. */
  private static boolean showsItself(int point) {
    return (point >= 0x0600 && point <= 0x0605)
        || point == 0x06DD
        || point == 0x070F
        || point == 0x0890
        || point == 0x0891
        || point == 0x08E2
        || point == 0x110BD
        || point == 0x110CD
        || (point >= 0x13430 && point <= 0x1343F);
  }

  @Test
  void treesSurviveBeingWrittenAndRead() {
    long seed = 20_260_101;
    RandomTrees trees = new RandomTrees(new Random(seed));
    for (int round = 0; round < 3_000; round++) {
      JsonNode tree = trees.next(5);
      String written = StableForm.write(tree);
      JsonNode read = Parsed.tree(written);
      assertThat(RandomTrees.withoutRanges(read))
          .as("seed %d, round %d: %s", seed, round, written)
          .isEqualTo(tree);
      assertThat(StableForm.write(read)).isEqualTo(written);
    }
  }

  @Test
  void spaceAndWhatLiesBehindTheLastHiddenCharacterStandAsThemselves() {
    String text = "\" a b \uDB80\uDC00\"\n";
    assertThat(StableForm.write(Parsed.tree(text))).isEqualTo(text);
  }

  @Test
  void rowsMadeOneByOneAreTheTextOfTheWholeDocument() {
    Random random = new Random(20261129);
    for (int round = 0; round < 200; round++) {
      List<JsonMember> before = members(random, "before");
      List<JsonMember> after = members(random, "after");
      List<JsonObject> rows =
          IntStream.range(0, random.nextInt(4))
              .mapToObj(i -> JsonTree.object(members(random, "of row " + i)))
              .toList();
      List<JsonMember> all = new ArrayList<>(before);
      all.add(JsonTree.member("rows", JsonTree.array(rows)));
      all.addAll(after);
      assertThat(new RowDocument(before, "rows", rows::stream, after).text())
          .isEqualTo(StableForm.write(JsonTree.object(all)));
    }
  }

  private static List<JsonMember> members(Random random, String name) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(i -> JsonTree.member(name + " " + i, new RandomTrees(random).next(2)))
        .toList();
  }
}
