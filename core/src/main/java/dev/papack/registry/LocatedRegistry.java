package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import dev.papack.json.JsonNode;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import java.util.Map;
import java.util.Optional;

/** A registry and where its file says so. */
public final class LocatedRegistry {
  private final Registry registry;
  private final CurrentDocument document;
  private final IdPlaces places;

  private LocatedRegistry(Registry registry, CurrentDocument document, IdPlaces places) {
    this.registry = registry;
    this.document = document;
    this.places = places;
  }

  /**
   * A registry that was read. Its trees are not kept.
   *
   * @param registry what the file means
   * @param document the file
   * @param nodes where each id is, registered or retired
   */
  static LocatedRegistry of(
      Registry registry, CurrentDocument document, Map<AssetId, JsonNode> nodes) {
    return new LocatedRegistry(
        registry, document.withoutTrees(Histories.INDEX), IdPlaces.of(document, nodes));
  }

  /** What the file means. */
  public Registry registry() {
    return registry;
  }

  /** The file. */
  public CurrentDocument document() {
    return document;
  }

  /**
   * The text of this file with other entries. What else its author wrote in it stays.
   *
   * @param changed what it is to say
   */
  public String textWith(Registry changed) {
    return IndexDocument.textOf(changed, schema());
  }

  /** Whether only a migration writes it. */
  public boolean isPending() {
    return document.isPending();
  }

  /**
   * A note if the registry lacks names or banks, which a command that writes it fills in. A pending
   * registry cannot have them.
   */
  Optional<Diagnostic> incompleteness() {
    long count =
        isPending()
            ? 0
            : registry.assets().values().stream().filter(asset -> !asset.isComplete()).count();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            Diagnostic.note(
                    DiagnosticCode.REGISTRY_INCOMPLETE,
                    document.location(),
                    "the registry lacks the name or the bank of "
                        + count
                        + (count == 1 ? " asset" : " assets"))
                .found(String.valueOf(count))
                .fix(Fix.safe("fill them in", Fix.run(Verb.FIX))));
  }

  /** The schema that the file names, for editors; papack never opens it. */
  private Optional<JsonNode> schema() {
    return document.tree().find("$schema");
  }

  /**
   * The side of a merge whose schema is kept: the one that changed it; this one if both did, or if
   * there is no base, unless it names none.
   */
  public LocatedRegistry withMergedSchema(Optional<LocatedRegistry> base, LocatedRegistry theirs) {
    if (base.isEmpty()) {
      return schema().isPresent() ? this : theirs;
    }
    return schemas(base.get(), theirs).winner() == ThreeWay.Winner.THEIRS ? theirs : this;
  }

  /** A note if both sides of a merge changed the schema differently: this one is kept. */
  public Optional<Diagnostic> findSchemaConflict(
      Optional<LocatedRegistry> base, LocatedRegistry theirs) {
    return base.map(before -> schemas(before, theirs))
        .filter(values -> values.winner() == ThreeWay.Winner.NEITHER)
        .map(values ->
            Diagnostic.note(
                    DiagnosticCode.SETTING_CONFLICT,
                    schema().map(document::placeOf).orElseGet(document::location),
                    "both sides changed $schema, which " + values.inWords() + "; ours is kept")
                .found(ThreeWay.shown(values.theirs()))
                .supported(ThreeWay.shown(values.ours()))
                .advice("if it is right, do nothing: only editors read it"));
  }

  private ThreeWay schemas(LocatedRegistry base, LocatedRegistry theirs) {
    return new ThreeWay(base.schemaText(), schemaText(), theirs.schemaText());
  }

  private Optional<String> schemaText() {
    return schema().map(StableForm::inOneLine);
  }

  /** The place of an id, registered or retired. */
  public Optional<Location> find(AssetId id) {
    return places.find(id, document.location());
  }

  /** The place of an id, or the file as a whole. */
  Location placeOf(AssetId id) {
    return places.find(id, document.location()).orElse(document.location());
  }
}
