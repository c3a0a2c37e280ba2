package dev.papack.registry;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;
import static dev.papack.json.JsonTree.text;

import dev.papack.asset.AssetId;
import dev.papack.asset.BankSettings;
import dev.papack.asset.Declaration;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.SoundsSettings.LoopMode;
import dev.papack.asset.TilesSettings;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code asset.json} of the current version: tree to declaration and back. */
public final class DeclarationDocument {
  private DeclarationDocument() {}

  /** What the document means. */
  public static Outcome<LocatedDeclaration> read(CurrentDocument document, DeclarationPlace place) {
    JsonObject tree = document.tree();
    List<JsonNode> sourceNodes = TreeReader.elements(TreeReader.require(tree, "sources"));
    List<Diagnostic> faults = new ArrayList<>();
    sourceNodes.forEach(node -> sourceFault(document, node, place).ifPresent(faults::add));
    TreeReader.findObject(tree, "tiles")
        .ifPresent(tiles -> faults.addAll(TilesDocument.faults(document, tiles)));
    if (!faults.isEmpty()) {
      return new Outcome.Refused<>(faults);
    }
    return Outcome.of(
        new LocatedDeclaration(
            place,
            new Declaration(
                tree.find("asset_id").map(node -> new AssetId(TreeReader.smallNumber(node))),
                new AssetName(TreeReader.text(TreeReader.require(tree, "name"))),
                sourceNodes.stream().map(node -> RelativePath.of(TreeReader.text(node))).toList(),
                settings(tree),
                optionalNumber(TreeReader.findObject(tree, "preload"), "slot")),
            document));
  }

  private static Optional<Diagnostic> sourceFault(
      CurrentDocument document, JsonNode node, DeclarationPlace place) {
    String source = TreeReader.text(node);
    return sourceFaultOf(source, place)
        .map(fault ->
            Diagnostic.error(
                    DiagnosticCode.PATH_FORM,
                    document.placeOf(node),
                    "the source \"" + source + "\" " + fault)
                .found(source)
                .advice(
                    "write the path of a file, relative to the folder of the declaration, with /"
                        + " between names"));
  }

  private static Optional<String> sourceFaultOf(String source, DeclarationPlace place) {
    Optional<String> fault = RelativePath.faultOf(source);
    if (fault.isPresent()) {
      return fault;
    }
    if (RelativePath.of(source).names().stream().anyMatch(FileName::isHidden)) {
      return Optional.of("contains a name that starts with a dot, which papack ignores");
    }
    return RelativePath.faultOf(place.folder().map(folder -> folder + "/" + source).orElse(source));
  }

  private static BankSettings settings(JsonObject tree) {
    return switch (TreeReader.text(TreeReader.require(tree, "bank"))) {
      case "TILES" -> TilesDocument.settings(TreeReader.object(TreeReader.require(tree, "tiles")));
      case "SOUNDS" -> sounds(TreeReader.findObject(tree, "sounds"));
      case String other -> throw new IllegalStateException("the structure knows no bank " + other);
    };
  }

  private static SoundsSettings sounds(Optional<JsonObject> sounds) {
    return new SoundsSettings(
        optionalNumber(sounds, "sample_rate"),
        optionalNumber(sounds, "channels"),
        sounds
            .flatMap(object -> object.find("loop"))
            .map(DeclarationDocument::loop)
            .orElse(new SoundsSettings.Loop.FromSource()));
  }

  private static SoundsSettings.Loop loop(JsonNode node) {
    if (node instanceof JsonString) {
      return new SoundsSettings.Loop.None();
    }
    JsonObject frames = TreeReader.object(node);
    return new SoundsSettings.Loop.Frames(
        TreeReader.number(TreeReader.require(frames, "start")),
        TreeReader.number(TreeReader.require(frames, "end")),
        frames
            .find("mode")
            .map(mode -> LoopMode.valueOf(TreeReader.text(mode).toUpperCase(Locale.ROOT)))
            .orElse(LoopMode.FORWARD));
  }

  static OptionalInt optionalNumber(Optional<JsonObject> object, String name) {
    return object
        .flatMap(present -> present.find(name))
        .map(node -> OptionalInt.of(TreeReader.smallNumber(node)))
        .orElse(OptionalInt.empty());
  }

  /** The text of a new file, of the current version. */
  public static String textOf(Declaration declaration) {
    return Histories.ASSET.text(tree(declaration));
  }

  private static JsonObject tree(Declaration declaration) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("artifact", "asset"));
    members.add(member("schema_version", Histories.ASSET.kind().window().current()));
    declaration.id().ifPresent(id -> members.add(member("asset_id", id.value())));
    members.add(member("name", declaration.name().text()));
    members.add(
        member(
            "sources",
            array(declaration.sources().stream().map(path -> text(path.text())).toList())));
    members.addAll(settingsMembers(declaration.settings()));
    declaration
        .preloadSlot()
        .ifPresent(slot -> members.add(member("preload", object(member("slot", slot)))));
    return object(members);
  }

  /** The text of a document under another id; everything else stays as its author declared it. */
  public static String withId(CurrentDocument document, AssetId id) {
    return with(document, member("asset_id", id.value()));
  }

  /** The text of a document under another name; everything else stays as its author declared it. */
  public static String withName(CurrentDocument document, AssetName name) {
    return with(document, member("name", name.text()));
  }

  /**
   * The text of a document that names other files; everything else stays as its author declared it.
   *
   * @param palettes the picture whose palettes the settings take, if they do
   */
  static String withFiles(
      CurrentDocument document, List<RelativePath> sources, Optional<AssetsPath> palettes) {
    List<JsonMember> changed = new ArrayList<>();
    changed.add(member("sources", array(sources.stream().map(path -> text(path.text())).toList())));
    palettes.ifPresent(picture ->
        changed.add(
            member(
                "tiles",
                TilesDocument.withPalettes(
                    TreeReader.object(TreeReader.require(document.tree(), "tiles")), picture))));
    return with(document, changed);
  }

  private static String with(CurrentDocument document, JsonMember changed) {
    return with(document, List.of(changed));
  }

  private static String with(CurrentDocument document, List<JsonMember> changed) {
    return Histories.ASSET.text(replaced(document.tree(), changed));
  }

  /** An object with other values of some members; their order is that of the stable form. */
  static JsonObject replaced(JsonObject tree, List<JsonMember> changed) {
    List<JsonMember> members = new ArrayList<>(tree.members());
    for (JsonMember one : changed) {
      members.removeIf(member -> member.name().equals(one.name()));
      members.add(one);
    }
    return object(members);
  }

  /** {@code bank} and the settings object that follows it. */
  public static List<JsonMember> settingsMembers(BankSettings settings) {
    return switch (settings) {
      case TilesSettings tiles ->
          List.of(member("bank", "TILES"), member("tiles", TilesDocument.tree(tiles)));
      case SoundsSettings sounds -> {
        JsonObject object = tree(sounds);
        yield object.members().isEmpty()
            ? List.of(member("bank", "SOUNDS"))
            : List.of(member("bank", "SOUNDS"), member("sounds", object));
      }
    };
  }

  private static JsonObject tree(SoundsSettings sounds) {
    List<JsonMember> members = new ArrayList<>();
    sounds.sampleRateHz().ifPresent(rate -> members.add(member("sample_rate", rate)));
    sounds.channels().ifPresent(channels -> members.add(member("channels", channels)));
    switch (sounds.loop()) {
      case SoundsSettings.Loop.FromSource fromSource -> {}
      case SoundsSettings.Loop.None none -> members.add(member("loop", "none"));
      case SoundsSettings.Loop.Frames frames -> members.add(member("loop", tree(frames)));
    }
    return object(members);
  }

  private static JsonObject tree(SoundsSettings.Loop.Frames frames) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("start", frames.start()));
    members.add(member("end", frames.end()));
    if (frames.mode() != LoopMode.FORWARD) {
      members.add(member("mode", frames.mode().word()));
    }
    return object(members);
  }
}
