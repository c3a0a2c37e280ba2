package dev.papack.migration;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.document.Gate;
import dev.papack.document.Shape;
import dev.papack.document.StructureCheck;
import dev.papack.document.VersionedDocument;
import dev.papack.json.JsonObject;
import dev.papack.source.Snapshot;
import java.util.List;
import java.util.Objects;

/**
 * From a file to a tree of the current structure: the gate, the structure of the declared version,
 * then step by step, each result held against the next structure.
 */
public final class Migration {
  private Migration() {}

  /** Reads a file as a document of a kind, migrated in memory. */
  public static Outcome<CurrentDocument> read(Snapshot snapshot, History history) {
    return read(snapshot, history.kind().artifact(), List.of(history));
  }

  /**
   * The same where documents of several kinds may be.
   *
   * @param file what the file is called until it has said its kind
   * @param histories at least one
   */
  public static Outcome<CurrentDocument> read(
      Snapshot snapshot, Artifact file, List<History> histories) {
    return Gate.open(snapshot, file, histories.stream().map(History::kind).toList())
        .flatMap(document ->
            toCurrent(
                document,
                histories.stream()
                    .filter(history -> history.kind().equals(document.kind()))
                    .findFirst()
                    .orElseThrow()));
  }

  /** The trees of a text that was accepted before. */
  static CurrentDocument.Trees again(Snapshot text, History history) {
    return switch (read(text, history)) {
      case Outcome.Accepted<CurrentDocument>(CurrentDocument document, var _) -> document.trees();
      case Outcome.Refused<CurrentDocument>(List<Diagnostic> faults) ->
          throw new IllegalStateException("the same text was accepted before: " + faults);
    };
  }

  private static Outcome<CurrentDocument> toCurrent(VersionedDocument document, History history) {
    List<Diagnostic> faults = faultsOf(document.tree(), document.version(), document, history);
    if (!faults.isEmpty()) {
      return new Outcome.Refused<>(faults);
    }
    JsonObject tree = document.tree();
    for (int version = document.version(); version < history.kind().window().current(); version++) {
      tree = Objects.requireNonNull(history.steps().get(version)).apply(tree);
      List<Diagnostic> defects = faultsOf(tree, version + 1, document, history);
      if (!defects.isEmpty()) {
        throw new IllegalStateException(
            "the step of "
                + history.kind().label()
                + " from version "
                + version
                + " made an invalid document: "
                + defects);
      }
    }
    return Outcome.of(CurrentDocument.of(document, tree));
  }

  private static List<Diagnostic> faultsOf(
      JsonObject tree, int version, VersionedDocument document, History history) {
    Shape structure = Objects.requireNonNull(history.structures().get(version));
    return StructureCheck.faultsOf(
        tree, structure, document.location(), history.kind().label() + " version " + version);
  }
}
