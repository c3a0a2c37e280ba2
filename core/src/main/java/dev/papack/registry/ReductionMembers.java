package dev.papack.registry;

import static dev.papack.json.JsonTree.member;

import dev.papack.asset.ColorReduction;
import dev.papack.asset.ColorReduction.Dither;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.migration.CurrentDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of {@code tiles} that say how colours become fewer: tree to settings and back. */
final class ReductionMembers {
  private static final String COLORS = "colors";
  private static final String MAX_PALETTES = "max_palettes";
  private static final String DITHER = "dither";

  private ReductionMembers() {}

  /** Members that are there without the one that they need. */
  static List<Diagnostic> faults(CurrentDocument document, JsonObject tiles) {
    List<Diagnostic> faults = new ArrayList<>();
    Optional<JsonNode> colors = tiles.find(COLORS);
    if (colors.isPresent() && !isAuto(TreeReader.require(tiles, "palettes"))) {
      faults.add(
          needs(document, colors.get(), COLORS, "\"palettes\": \"auto\"")
              .advice(
                  "use \"palettes\": \"auto\", or remove \"colors\": palettes that are kept get no"
                      + " other colours"));
    }
    for (String name : List.of(MAX_PALETTES, DITHER)) {
      tiles
          .find(name)
          .filter(_ -> colors.isEmpty())
          .ifPresent(node ->
              faults.add(
                  needs(document, node, name, "\"colors\": \"reduce\"")
                      .advice("add \"colors\": \"reduce\", or remove \"" + name + "\"")));
    }
    return faults;
  }

  private static boolean isAuto(JsonNode palettes) {
    return palettes instanceof JsonString(String word, var _) && word.equals("auto");
  }

  private static Diagnostic needs(
      CurrentDocument document, JsonNode node, String name, String other) {
    return Diagnostic.error(
            DiagnosticCode.SETTING_NEEDS_ANOTHER,
            document.placeOf(node),
            "\"" + name + "\" is only for " + other)
        .found("\"" + name + "\"");
  }

  static Optional<ColorReduction> reduction(JsonObject tiles) {
    return tiles
        .find(COLORS)
        .map(_ ->
            new ColorReduction(
                tiles
                    .find(MAX_PALETTES)
                    .map(TreeReader::smallNumber)
                    .orElse(ColorReduction.MAX_PALETTES),
                tiles.find(DITHER).isPresent() ? Dither.ORDERED : Dither.NONE));
  }

  static List<JsonMember> of(ColorReduction reduction) {
    List<JsonMember> members = new ArrayList<>(List.of(member(COLORS, "reduce")));
    if (reduction.maxPalettes() < ColorReduction.MAX_PALETTES) {
      members.add(member(MAX_PALETTES, reduction.maxPalettes()));
    }
    if (reduction.dither() == Dither.ORDERED) {
      members.add(member(DITHER, "ordered"));
    }
    return members;
  }
}
