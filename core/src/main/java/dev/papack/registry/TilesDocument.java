package dev.papack.registry;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.json.JsonTree;
import dev.papack.migration.CurrentDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The member {@code tiles} of {@code asset.json}: tree to settings and back. */
final class TilesDocument {
  private TilesDocument() {}

  /** What the structure allows and the meaning does not. */
  static List<Diagnostic> faults(CurrentDocument document, JsonObject tiles) {
    List<Diagnostic> faults = new ArrayList<>();
    fromNode(tiles)
        .flatMap(node -> pathFault(TreeReader.text(node), node, document))
        .ifPresent(faults::add);
    faults.addAll(ReductionMembers.faults(document, tiles));
    return faults;
  }

  private static Optional<Diagnostic> pathFault(
      String path, JsonNode node, CurrentDocument document) {
    Optional<String> fault = RelativePath.faultOf(path);
    if (fault.isEmpty() && RelativePath.of(path).names().stream().anyMatch(FileName::isHidden)) {
      fault = Optional.of("contains a name that starts with a dot, which papack ignores");
    }
    return fault.map(words ->
        Diagnostic.error(
                DiagnosticCode.PATH_FORM,
                document.placeOf(node),
                "the palette \"" + path + "\" " + words)
            .found(path)
            .advice("write the path of an indexed PNG, relative to assets/, with / between names"));
  }

  /** Where the settings name the picture whose palettes they take. */
  static Optional<JsonNode> fromNode(JsonObject tiles) {
    return tiles.find("palettes").orElse(null) instanceof JsonObject from
        ? from.find("from")
        : Optional.empty();
  }

  static TilesSettings settings(JsonObject tiles) {
    return new TilesSettings(
        TreeReader.smallNumber(TreeReader.require(tiles, "tile_size")),
        palettes(TreeReader.require(tiles, "palettes")),
        ReductionMembers.reduction(tiles),
        tiles
            .find("fit")
            .map(node -> TilesSettings.Fit.valueOf(TreeReader.text(node).toUpperCase(Locale.ROOT)))
            .orElse(TilesSettings.Fit.EXACT),
        DeclarationDocument.optionalNumber(Optional.of(tiles), "alpha_threshold"),
        tiles.find("index_0").isPresent()
            ? TilesSettings.Index0.TRANSPARENT
            : TilesSettings.Index0.AS_DECLARED,
        tiles.find("transparent_color").flatMap(node -> KeyColor.parse(TreeReader.text(node))),
        new Gutters(number(tiles, "margin"), number(tiles, "spacing")),
        TreeReader.findObject(tiles, "frame").map(TilesDocument::frame),
        tiles.find("layers").map(TreeReader::elements).orElse(List.of()).stream()
            .map(TreeReader::text)
            .toList(),
        tiles.find("tag").map(TreeReader::text));
  }

  private static int number(JsonObject tiles, String name) {
    return DeclarationDocument.optionalNumber(Optional.of(tiles), name).orElse(0);
  }

  private static Palettes palettes(JsonNode node) {
    if (node instanceof JsonString(String word, var _)) {
      return word.equals("indexed") ? Palettes.INDEXED : Palettes.AUTO;
    }
    return new Palettes.From(
        AssetsPath.of(TreeReader.text(TreeReader.require(TreeReader.object(node), "from"))));
  }

  private static Frame frame(JsonObject frame) {
    return new Frame(
        TreeReader.smallNumber(TreeReader.require(frame, "width")),
        TreeReader.smallNumber(TreeReader.require(frame, "height")),
        DeclarationDocument.optionalNumber(Optional.of(frame), "count"));
  }

  static JsonObject tree(TilesSettings tiles) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("tile_size", tiles.tileSizePixels()));
    members.add(palettes(tiles.palettes()));
    tiles.reduction().ifPresent(reduction -> members.addAll(ReductionMembers.of(reduction)));
    if (tiles.fit() != TilesSettings.Fit.EXACT) {
      members.add(member("fit", tiles.fit().name().toLowerCase(Locale.ROOT)));
    }
    tiles
        .alphaThreshold()
        .ifPresent(threshold -> members.add(member("alpha_threshold", threshold)));
    if (tiles.index0() == TilesSettings.Index0.TRANSPARENT) {
      members.add(member("index_0", "transparent"));
    }
    tiles
        .transparentColor()
        .ifPresent(key -> members.add(member("transparent_color", key.toString())));
    if (tiles.gutters().marginPixels() > 0) {
      members.add(member("margin", tiles.gutters().marginPixels()));
    }
    if (tiles.gutters().spacingPixels() > 0) {
      members.add(member("spacing", tiles.gutters().spacingPixels()));
    }
    tiles.frame().ifPresent(frame -> members.add(member("frame", tree(frame))));
    if (!tiles.layers().isEmpty()) {
      members.add(member("layers", array(tiles.layers().stream().map(JsonTree::text).toList())));
    }
    tiles.tag().ifPresent(tag -> members.add(member("tag", tag)));
    return object(members);
  }

  /** The same settings with palettes of another picture. */
  static JsonObject withPalettes(JsonObject tiles, AssetsPath picture) {
    return DeclarationDocument.replaced(tiles, List.of(palettes(new Palettes.From(picture))));
  }

  private static JsonMember palettes(Palettes palettes) {
    return switch (palettes) {
      case Palettes.Indexed _ -> member("palettes", "indexed");
      case Palettes.Auto _ -> member("palettes", "auto");
      case Palettes.From(AssetsPath picture) ->
          member("palettes", object(member("from", picture.text())));
    };
  }

  private static JsonObject tree(Frame frame) {
    List<JsonMember> members =
        new ArrayList<>(
            List.of(member("width", frame.widthPixels()), member("height", frame.heightPixels())));
    frame.count().ifPresent(count -> members.add(member("count", count)));
    return object(members);
  }
}
