package dev.papack.registry;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code index.json} of the current version: tree to registry and back. */
public final class IndexDocument {
  private final CurrentDocument document;
  private final List<Diagnostic> faults = new ArrayList<>();
  private final SortedMap<AssetId, RegisteredAsset> assets = new TreeMap<>();
  private final SortedMap<AssetId, RetiredAsset> retired = new TreeMap<>();
  private final Map<AssetId, JsonNode> idNodes = new HashMap<>();
  private final Map<AssetRoot, JsonNode> rootNodes = new HashMap<>();

  private IndexDocument(CurrentDocument document) {
    this.document = document;
  }

  /** What a file means as a registry, whichever version of the window it has. */
  public static Outcome<LocatedRegistry> read(Snapshot snapshot) {
    return Migration.read(snapshot, Histories.INDEX).flatMap(IndexDocument::read);
  }

  /** What the document means, with the place of each id. */
  public static Outcome<LocatedRegistry> read(CurrentDocument document) {
    IndexDocument reader = new IndexDocument(document);
    reader.readAssets();
    reader.readRetired();
    return reader.faults.isEmpty()
        ? Outcome.of(
            LocatedRegistry.of(
                new Registry(reader.assets, reader.retired), document, reader.idNodes))
        : new Outcome.Refused<>(reader.faults);
  }

  /** The text of a new file, of the current version. */
  public static String textOf(Registry registry) {
    return textOf(registry, Optional.empty());
  }

  /**
   * The text of a file of the current version.
   *
   * @param schema what it says as {@code $schema}
   */
  static String textOf(Registry registry, Optional<JsonNode> schema) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("artifact", "index"));
    members.add(member("schema_version", Histories.INDEX.kind().window().current()));
    schema.ifPresent(node -> members.add(member("$schema", node)));
    members.add(
        member(
            "assets",
            array(
                registry.assets().entrySet().stream()
                    .map(entry -> entryOf(entry.getKey(), entry.getValue()))
                    .toList())));
    members.add(
        member(
            "retired",
            array(
                registry.retired().entrySet().stream()
                    .map(entry -> recordOf(entry.getKey(), entry.getValue()))
                    .toList())));
    return Histories.INDEX.text(object(members));
  }

  private static JsonObject entryOf(AssetId id, RegisteredAsset asset) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("asset_id", id.value()));
    members.add(member("root", asset.root().toString()));
    asset.name().ifPresent(name -> members.add(member("name", name.text())));
    asset.bank().ifPresent(bank -> members.add(member("bank", bank.name())));
    return object(members);
  }

  private static JsonObject recordOf(AssetId id, RetiredAsset asset) {
    List<JsonMember> members = new ArrayList<>();
    members.add(member("asset_id", id.value()));
    asset.name().ifPresent(name -> members.add(member("name", name.text())));
    asset.root().ifPresent(root -> members.add(member("root", root.toString())));
    return object(members);
  }

  private void readAssets() {
    for (JsonNode element : TreeReader.elements(TreeReader.require(document.tree(), "assets"))) {
      JsonObject entry = TreeReader.object(element);
      JsonNode rootNode = TreeReader.require(entry, "root");
      JsonNode idNode = TreeReader.require(entry, "asset_id");
      AssetId id = new AssetId(TreeReader.smallNumber(idNode));
      boolean isFresh = claim(id, idNode);
      Optional<AssetRoot> root = root(rootNode);
      if (root.isEmpty()) {
        continue;
      }
      JsonNode other = rootNodes.putIfAbsent(root.get(), rootNode);
      if (other != null) {
        faults.add(
            Diagnostic.error(
                    DiagnosticCode.REGISTRY_DOUBLED_ROOT,
                    document.placeOf(rootNode),
                    "the root \"" + root.get() + "\" is registered under two ids")
                .found(root.get().toString())
                .related(document.placeOf(other), "also registered here")
                .advice(
                    "keep the line with the asset_id from the declaration of "
                        + root.get()
                        + ", and move the other id to \"retired\""));
      } else if (isFresh) {
        assets.put(
            id,
            new RegisteredAsset(
                root.get(),
                entry.find("name").map(node -> name(root.get(), TreeReader.text(node))),
                entry.find("bank").map(node -> BankType.valueOf(TreeReader.text(node)))));
      }
    }
  }

  /** Mostly the text of the root, which is then kept once. */
  private static AssetName name(AssetRoot root, String text) {
    String own = root.path().text();
    return new AssetName(text.equals(own) ? own : text);
  }

  private Optional<AssetRoot> root(JsonNode node) {
    String text = TreeReader.text(node);
    Optional<String> fault = RelativePath.faultOf(text);
    if (fault.isPresent()) {
      faults.add(
          Diagnostic.error(
                  DiagnosticCode.PATH_FORM,
                  document.placeOf(node),
                  "the root \"" + text + "\" " + fault.get())
              .found(text)
              .advice("write the path of the asset root below assets/"));
      return Optional.empty();
    }
    return Optional.of(new AssetRoot(AssetsPath.of(text)));
  }

  private void readRetired() {
    for (JsonNode element : TreeReader.elements(TreeReader.require(document.tree(), "retired"))) {
      JsonObject entry = TreeReader.object(element);
      JsonNode idNode = TreeReader.require(entry, "asset_id");
      AssetId id = new AssetId(TreeReader.smallNumber(idNode));
      if (claim(id, idNode)) {
        retired.put(
            id,
            new RetiredAsset(
                entry.find("name").map(node -> new AssetName(TreeReader.text(node))),
                entry.find("root").flatMap(this::root)));
      }
    }
  }

  private boolean claim(AssetId id, JsonNode node) {
    JsonNode other = idNodes.putIfAbsent(id, node);
    if (other == null) {
      return true;
    }
    faults.add(
        Diagnostic.error(
                DiagnosticCode.REGISTRY_DOUBLED_ID,
                document.placeOf(node),
                "the id " + id + " is in the registry twice")
            .found(id.toString())
            .related(document.placeOf(other), "also here")
            .advice("keep the line that agrees with the declarations, and delete the other"));
    return false;
  }
}
