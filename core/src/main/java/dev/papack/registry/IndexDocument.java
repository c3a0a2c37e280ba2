package dev.papack.registry;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.number;
import static dev.papack.json.JsonTree.object;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import dev.papack.migration.CurrentDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code index.json} of the current version: tree to registry and back. */
public final class IndexDocument {
  private final CurrentDocument document;
  private final List<Diagnostic> faults = new ArrayList<>();
  private final SortedMap<AssetId, AssetRoot> assets = new TreeMap<>();
  private final SortedSet<AssetId> retired = new TreeSet<>();
  private final Map<AssetId, Location> idPlaces = new HashMap<>();
  private final Map<AssetRoot, Location> rootPlaces = new HashMap<>();

  private IndexDocument(CurrentDocument document) {
    this.document = document;
  }

  /** What the document means, with the place of each id. */
  public static Outcome<LocatedRegistry> read(CurrentDocument document) {
    IndexDocument reader = new IndexDocument(document);
    reader.readAssets();
    reader.readRetired();
    return reader.faults.isEmpty()
        ? Outcome.of(
            new LocatedRegistry(
                new Registry(reader.assets, reader.retired),
                document.location(),
                Map.copyOf(reader.idPlaces)))
        : new Outcome.Refused<>(reader.faults);
  }

  /** The tree of the current version, in the schema's order. */
  public static JsonObject tree(Registry registry) {
    return object(
        member("artifact", "index"),
        member("schema_version", 1),
        member(
            "assets",
            array(
                registry.assets().entrySet().stream()
                    .map(entry ->
                        object(
                            member("asset_id", entry.getKey().value()),
                            member("root", entry.getValue().toString())))
                    .toList())),
        member(
            "retired", array(registry.retired().stream().map(id -> number(id.value())).toList())));
  }

  private void readAssets() {
    JsonPointer pointer = JsonPointer.ROOT.member("assets");
    int index = 0;
    for (JsonNode element : TreeReader.elements(TreeReader.require(document.tree(), "assets"))) {
      JsonPointer place = pointer.index(index++);
      JsonObject entry = TreeReader.object(element);
      JsonNode rootNode = TreeReader.require(entry, "root");
      JsonNode idNode = TreeReader.require(entry, "asset_id");
      AssetId id = new AssetId(TreeReader.smallNumber(idNode));
      boolean fresh = claim(id, at(idNode, place.member("asset_id")));
      Location rootPlace = at(rootNode, place.member("root"));
      String text = TreeReader.text(rootNode);
      Optional<String> fault = RelativePath.faultOf(text);
      if (fault.isPresent()) {
        faults.add(
            Diagnostic.error(
                    DiagnosticCode.PATH_FORM, rootPlace, "the root \"" + text + "\" " + fault.get())
                .found(text)
                .help("write the path of the asset root below assets/"));
        continue;
      }
      AssetRoot root = new AssetRoot(RelativePath.of(text));
      Location other = rootPlaces.putIfAbsent(root, rootPlace);
      if (other != null) {
        faults.add(
            Diagnostic.error(
                    DiagnosticCode.REGISTRY_DOUBLED_ROOT,
                    rootPlace,
                    "the root \"" + root + "\" is registered under two ids")
                .found(root.toString())
                .related(other, "also registered here")
                .help(
                    "keep the line whose asset_id stands in the declaration of "
                        + root
                        + ", and move the other id to \"retired\""));
      } else if (fresh) {
        assets.put(id, root);
      }
    }
  }

  private void readRetired() {
    JsonPointer pointer = JsonPointer.ROOT.member("retired");
    int index = 0;
    for (JsonNode node : TreeReader.elements(TreeReader.require(document.tree(), "retired"))) {
      AssetId id = new AssetId(TreeReader.smallNumber(node));
      if (claim(id, at(node, pointer.index(index++)))) {
        retired.add(id);
      }
    }
  }

  private boolean claim(AssetId id, Location place) {
    Location other = idPlaces.putIfAbsent(id, place);
    if (other == null) {
      return true;
    }
    faults.add(
        Diagnostic.error(
                DiagnosticCode.REGISTRY_DOUBLED_ID,
                place,
                "the id " + id + " stands in the registry twice")
            .found(id.toString())
            .related(other, "also here")
            .help("keep the line that the declarations agree with and delete the other"));
    return false;
  }

  private Location at(JsonNode node, JsonPointer pointer) {
    return document.location().at(node.range()).at(pointer.text());
  }
}
