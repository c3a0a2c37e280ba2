package dev.papack.workspace;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.Publication;
import dev.papack.publish.UnfinishedRecord;
import dev.papack.publish.UnfinishedRecord.Kind;
import dev.papack.publish.WorkspaceFolders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The publications of a workspace that were decided and not finished. Where its output is apart
 * there may be two: documents, in the workspace, and the pack, in the output.
 *
 * @param records of them
 * @param isUnderWay whether somebody is about to finish one
 */
record Unsettled(List<UnfinishedRecord> records, boolean isUnderWay) {
  /** Copies the list. */
  Unsettled {
    records = List.copyOf(records);
  }

  /** All of them. */
  static Unsettled of(WorkspaceFolders folders) throws IOException {
    Unsettled published = in(folders.output());
    if (!folders.areApart()) {
      return published;
    }
    Unsettled documents = ofDocuments(folders);
    List<UnfinishedRecord> both = new ArrayList<>(documents.records());
    both.addAll(published.records());
    return new Unsettled(both, documents.isUnderWay() || published.isUnderWay());
  }

  /**
   * Those that matter to an output elsewhere: a pack that was being published in the workspace is
   * another one, and nothing completes it here.
   */
  static Unsettled ofDocuments(WorkspaceFolders folders) throws IOException {
    if (!folders.areApart()) {
      return new Unsettled(List.of(), false);
    }
    Unsettled found = in(new OutputFolder(folders.workspace()));
    List<UnfinishedRecord> documents =
        found.records().stream()
            .filter(record -> record.kind() != Kind.PACK && record.kind() != Kind.BLOCKED)
            .map(UnfinishedRecord::elsewhere)
            .toList();
    return new Unsettled(documents, found.isUnderWay() && !documents.isEmpty());
  }

  private static Unsettled in(OutputFolder folder) throws IOException {
    Optional<UnfinishedRecord> record = Publication.findUnfinished(folder);
    if (record.isPresent() && Publication.isUnderWay(folder)) {
      return new Unsettled(List.of(record.get()), true);
    }
    // Whoever was at it may be done by now.
    return record.isEmpty()
        ? new Unsettled(List.of(), false)
        : new Unsettled(Publication.findUnfinished(folder).stream().toList(), false);
  }

  /** Whether there is none. */
  boolean isNothing() {
    return records.isEmpty();
  }

  /** What they mean for an operation. */
  List<Diagnostic> reports(Stance stance) {
    return records.stream().map(stance::report).toList();
  }
}
