package dev.papack.publish;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an abandoned publication leaves where its old files cannot stand again: some of the new ones
 * beside some of the old.
 *
 * @param workspace where the files are
 * @param record what the publication was about
 * @param replacing knows which files are the new ones
 * @param check tells a valid set
 */
record Mixture(
    ReadableDirectory workspace, JournalRecord record, Replacing replacing, SetCheck check) {
  private static final Fix PUBLISH = Fix.likely("publish a whole set", Fix.run(Verb.BUILD));

  /** The mixture, if there is one; that all files are old, or all are new, is none. */
  Optional<Diagnostic> find() throws IOException {
    List<Replacement> replaced = new ArrayList<>();
    for (Replacement replacement : record.replacements()) {
      if (isNew(replacement)) {
        replaced.add(replacement);
      }
    }
    return replaced.isEmpty() || isWhole(replaced)
        ? Optional.empty()
        : Optional.of(found(replaced, record.replacements().size()).withFixes(List.of(wayOut())));
  }

  /**
   * The same where nothing tells what the publication was about: a set that is published and not
   * valid.
   */
  static Optional<Diagnostic> findPublished(OutputFolder output, SetCheck check)
      throws IOException {
    PackFiles published = PackFiles.published(output);
    for (PackSlot slot : PackSlot.values()) {
      if (slot.find(output).isPresent()) {
        List<Diagnostic> faults = check.faultsOf(published, Optional.empty());
        return faults.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Diagnostic.warning(
                        DiagnosticCode.PUBLICATION_MIXED,
                        Location.of(Artifact.WORKSPACE, output.shown(slot)),
                        "the publication is abandoned, and the published files are not a valid set: "
                            + faults.getFirst().message())
                    .related(faults.getFirst().location(), faults.getFirst().message())
                    .fix(PUBLISH));
      }
    }
    return Optional.empty();
  }

  private boolean isNew(Replacement replacement) throws IOException {
    return Occupant.of(workspace, replacement.names())
        .found()
        .equals(replacement.after().map(StagedContent::digest));
  }

  private boolean isWhole(List<Replacement> replaced) throws IOException {
    return switch (record) {
      case JournalRecord.OfPublication _ ->
          check
              .faultsOf(PackFiles.published(new OutputFolder(workspace)), Optional.empty())
              .isEmpty();
      case JournalRecord.OfDocuments documents ->
          replaced.size() == documents.replacements().size();
    };
  }

  private Diagnostic found(List<Replacement> replaced, int all) {
    Diagnostic mixed =
        Diagnostic.warning(
                DiagnosticCode.PUBLICATION_MIXED,
                place(replaced.getFirst()),
                "the publication is abandoned, but some files had been replaced already, and the old"
                    + " ones cannot be put back: old and new files are mixed")
            .found(replaced.size() + " of " + all + " files are new");
    for (Replacement replacement : replaced) {
      mixed = mixed.related(place(replacement), "is a new file");
    }
    return mixed;
  }

  private Location place(Replacement replacement) {
    return Location.of(
        Artifact.WORKSPACE, new OutputFolder(workspace).shown(replacement.displayPath()));
  }

  private Fix wayOut() {
    return switch (record) {
      case JournalRecord.OfPublication _ -> PUBLISH;
      case JournalRecord.OfDocuments _ ->
          Fix.advice("restore all of these files from version control, old or new");
    };
  }
}
