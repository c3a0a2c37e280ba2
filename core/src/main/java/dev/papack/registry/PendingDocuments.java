package dev.papack.registry;

import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Verb;
import dev.papack.migration.CurrentDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Documents whose migration is pending: they were read through their steps, and nothing but a
 * migration writes them.
 *
 * @param documents by file below {@code assets/}
 */
public record PendingDocuments(SortedMap<AssetsPath, CurrentDocument> documents) {
  /** Every document is of the current version. */
  public static final PendingDocuments NONE = new PendingDocuments(new TreeMap<>());

  private static final Fix SHOW =
      Fix.manual(
          "show what would change",
          Fix.run(Verb.MIGRATE, new Argument.OfChoice(Argument.Choice.SHOW_ONLY)));

  /** Copies the map. */
  public PendingDocuments {
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
  }

  /** The pending ones of a workspace. */
  static PendingDocuments of(
      LocatedRegistry registry, Collection<LocatedDeclaration> declarations, IgnoreList ignores) {
    SortedMap<AssetsPath, CurrentDocument> pending = new TreeMap<>();
    ignores.pending().ifPresent(document -> pending.put(AssetsPath.IGNORE, document));
    if (registry.document().isPending()) {
      pending.put(AssetsPath.INDEX, registry.document());
    }
    for (LocatedDeclaration declaration : declarations) {
      if (declaration.document().isPending()) {
        pending.put(declaration.place().file(), declaration.document());
      }
    }
    return new PendingDocuments(pending);
  }

  /**
   * One warning for all of them, at the first.
   *
   * @param certainty whether nothing stands in the way of a migration
   */
  Optional<Diagnostic> warning(Fix.Certainty certainty) {
    return first()
        .map(first ->
            Diagnostic.warning(
                    DiagnosticCode.MIGRATION_PENDING,
                    first.placeOfVersion(),
                    documents.size() == 1
                        ? "the migration of 1 document is pending: " + found()
                        : "the migration of "
                            + documents.size()
                            + " documents is pending: "
                            + found())
                .found(found())
                .supported(supported())
                .fix(new Fix("migrate all documents", certainty, Fix.run(Verb.MIGRATE)))
                .fix(SHOW));
  }

  /**
   * Why files cannot be written, if one of them is pending: nothing else migrates on disk.
   *
   * @param files below {@code assets/}
   */
  public Optional<Diagnostic> findStop(Collection<AssetsPath> files) {
    SortedMap<AssetsPath, CurrentDocument> written = new TreeMap<>(documents);
    written.keySet().retainAll(files);
    PendingDocuments stopping = new PendingDocuments(written);
    return stopping
        .first()
        .map(first ->
            Diagnostic.error(
                    DiagnosticCode.MIGRATION_PENDING,
                    first.placeOfVersion(),
                    "this command would write "
                        + (written.size() == 1
                            ? "a document that must be migrated first: "
                            : written.size() + " documents that must be migrated first: ")
                        + stopping.found())
                .found(stopping.found())
                .supported(stopping.supported())
                .fix(
                    Fix.likely(
                        "migrate first, then run the command again", Fix.run(Verb.MIGRATE))));
  }

  /** Why a registry that is outside of a workspace cannot be written. */
  public static Diagnostic stop(CurrentDocument index) {
    return new PendingDocuments(new TreeMap<>(Map.of(AssetsPath.INDEX, index)))
        .findStop(List.of(AssetsPath.INDEX))
        .orElseThrow();
  }

  private Optional<CurrentDocument> first() {
    return documents.values().stream().findFirst();
  }

  /** Such as {@code 1 index version 1, 24 asset version 1}. */
  private String found() {
    Map<String, Long> counts =
        documents.values().stream()
            .collect(
                Collectors.groupingBy(
                    document -> document.kind().label() + " version " + document.declaredVersion(),
                    TreeMap::new,
                    Collectors.counting()));
    List<String> parts = new ArrayList<>();
    counts.forEach((what, count) -> parts.add(count + " " + what));
    return String.join(", ", parts);
  }

  private String supported() {
    return documents.values().stream()
        .map(document -> document.kind().label() + " version " + document.kind().window().current())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
