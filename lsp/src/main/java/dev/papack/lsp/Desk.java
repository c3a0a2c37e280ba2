package dev.papack.lsp;

import dev.papack.Draft;
import dev.papack.Session;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.WorkspacePath;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workspace with what an editor has open, at one moment.
 *
 * @param session the workspace
 * @param draft with the texts that are open
 * @param open the documents that are open
 */
record Desk(Session session, Draft draft, SortedMap<WorkspacePath, OpenDocument> open) {
  /** Copies the map. */
  Desk {
    open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
  }

  /** Whether a file is a document that papack reads, by its name. */
  static boolean isDocument(WorkspacePath file) {
    return file.belowAssets()
        .filter(below -> below.isOfWorkspace() || DeclarationPlace.of(below).isPresent())
        .isPresent();
  }

  /** The document that an editor means; empty if it is none of this workspace. */
  Optional<WorkspacePath> find(String uri) {
    return open.values().stream()
        .filter(document -> document.uri().equals(uri))
        .map(OpenDocument::path)
        .findFirst()
        .or(() -> DocumentUri.path(uri).flatMap(session::locate).filter(Desk::isDocument));
  }

  /** How the editor names a file. */
  String uri(WorkspacePath file) {
    return Optional.ofNullable(open.get(file))
        .map(OpenDocument::uri)
        .orElseGet(() -> DocumentUri.of(path(file)));
  }

  /** Where a file is. */
  Path path(WorkspacePath file) {
    return session.workspace().resolve(file.text());
  }

  /** The lines of an open document; those of an empty one for another. */
  LineIndex lines(WorkspacePath file) {
    return LineIndex.of(Optional.ofNullable(open.get(file)).map(OpenDocument::text).orElse(""));
  }

  Desk with(OpenDocument document) {
    SortedMap<WorkspacePath, OpenDocument> changed = new TreeMap<>(open);
    changed.put(document.path(), document);
    Draft next =
        Optional.ofNullable(open.get(document.path()))
                .filter(before -> before.text().equals(document.text()))
                .isPresent()
            ? draft
            : draft.with(document.path(), document.text());
    return new Desk(session, next, changed);
  }

  Desk without(WorkspacePath document) {
    SortedMap<WorkspacePath, OpenDocument> changed = new TreeMap<>(open);
    changed.remove(document);
    return new Desk(session, draft.without(document), changed);
  }
}
