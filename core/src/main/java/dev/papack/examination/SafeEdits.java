package dev.papack.examination;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DocumentText;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Fix.EditDocument;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.publish.DocumentChange;
import dev.papack.result.Health.EditedDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The safe edits of documents that faults propose, as one change for each document.
 *
 * @param changes what to write
 * @param documents what that does, for people
 */
record SafeEdits(List<DocumentChange> changes, List<EditedDocument> documents) {
  /** Copies the lists. */
  SafeEdits {
    changes = List.copyOf(changes);
    documents = List.copyOf(documents);
  }

  private record Edit(Fix fix, EditDocument action, DocumentText text) {}

  /**
   * Gathers them.
   *
   * @param rewritten files that are written again in the same step: their edits have to wait
   */
  static SafeEdits of(List<Diagnostic> findings, Set<AssetsPath> rewritten) {
    Map<WorkspacePath, List<Edit>> edits = new LinkedHashMap<>();
    for (Diagnostic finding : findings) {
      for (Fix fix : finding.fixes()) {
        if (fix.certainty() == Certainty.SAFE && fix.action() instanceof EditDocument action) {
          finding
              .location()
              .document()
              .ifPresent(text ->
                  edits
                      .computeIfAbsent(action.path(), _ -> new ArrayList<>())
                      .add(new Edit(fix, action, text)));
        }
      }
    }
    List<DocumentChange> changes = new ArrayList<>();
    List<EditedDocument> documents = new ArrayList<>();
    edits.forEach((path, all) ->
        change(path, all, rewritten)
            .ifPresent(change -> {
              changes.add(change);
              documents.add(
                  new EditedDocument(path, all.stream().map(edit -> edit.fix().title()).toList()));
            }));
    return new SafeEdits(changes, documents);
  }

  private static Optional<DocumentChange> change(
      WorkspacePath path, List<Edit> edits, Set<AssetsPath> rewritten) {
    DocumentText text = edits.getFirst().text();
    String after = text.lines().edited(edits.stream().map(Edit::action).toList());
    Optional<Sha256> before = Optional.of(Sha256.of(text.bytes()));
    Optional<AssetsPath> file = path.belowAssets().filter(below -> !rewritten.contains(below));
    return path.equals(WorkspacePath.INDEX)
        ? file.map(_ -> new DocumentChange.OfRegistry(before, after))
        : file.flatMap(DeclarationPlace::of)
            .map(place -> new DocumentChange.OfDeclaration(place, before, Optional.of(after)));
  }
}
