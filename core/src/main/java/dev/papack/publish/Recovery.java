package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.WritableDirectory;
import dev.papack.source.FileReader;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an unfinished publication to an end: the new files, all of them, or the old ones. A pack
 * is published only after it has been verified like any other; the record alone proves nothing.
 */
final class Recovery {
  private static final String OLD_GONE =
      "it was being taken back, and nothing shows that all old files are kept as they were";

  private final WritableDirectory workspace;
  private final ControlFolder control;
  private final WritableDirectory staging;
  private final ControlFolder.Decided decided;
  private final JournalRecord record;
  private final SetCheck check;
  private final Replacing replacing;
  private final OldFiles old;

  Recovery(
      WritableDirectory workspace,
      ControlFolder control,
      WritableDirectory staging,
      ControlFolder.Decided decided,
      JournalRecord record,
      SetCheck check,
      Replacing replacing) {
    this.workspace = workspace;
    this.control = control;
    this.staging = staging;
    this.decided = decided;
    this.record = record;
    this.check = check;
    this.replacing = replacing;
    this.old = new OldFiles(workspace, decided.origin(), record, replacing, check);
  }

  /** What bringing it to its end would change. */
  Unfinished show() throws IOException {
    Optional<Diagnostic> contradiction = findContradiction();
    if (contradiction.isPresent()) {
      return new Unfinished.Stuck(contradiction.get());
    }
    return switch (record) {
      case JournalRecord.OfPublication publication ->
          new Unfinished.OfPack(
              decided.origin(),
              publication.packId(),
              switch (decided.course()) {
                case FORWARD -> newFiles(publication);
                case BACK -> old.set(publication);
              });
      case JournalRecord.OfDocuments documents ->
          new Unfinished.OfDocuments(decided.origin(), moves(documents), changes(documents));
    };
  }

  /** The moves that are not done yet; taken back, a file moves to where it was. */
  private List<FileMove> moves(JournalRecord.OfDocuments documents) throws IOException {
    List<FileMove> moves = new ArrayList<>();
    for (Replacement.Move move : documents.moves()) {
      FileMove wanted =
          switch (decided.course()) {
            case FORWARD -> move.path();
            case BACK -> new FileMove(move.path().to(), move.path().from());
          };
      if (Occupant.isFile(workspace, wanted.from().inWorkspace().names())
          || !Occupant.isFile(workspace, wanted.to().inWorkspace().names())) {
        moves.add(wanted);
      }
    }
    return moves;
  }

  private List<Unfinished.ChangedDocument> changes(JournalRecord.OfDocuments documents)
      throws IOException {
    List<Unfinished.ChangedDocument> changes = new ArrayList<>();
    for (Replacement.Document document : documents.documents()) {
      Optional<Sha256> now = Occupant.of(workspace, document.names()).found();
      if (!now.equals(end(document))) {
        changes.add(
            new Unfinished.ChangedDocument(
                document.file(),
                now.isEmpty() ? Optional.empty() : standing(document),
                end(document).isEmpty() ? Optional.empty() : staged(document)));
      }
    }
    return changes;
  }

  /** What a document is to be in the end; empty for none. */
  private Optional<Sha256> end(Replacement.Document document) {
    return switch (decided.course()) {
      case FORWARD -> document.after().map(StagedContent::digest);
      case BACK -> document.before();
    };
  }

  private Optional<Snapshot> standing(Replacement.Document document) throws IOException {
    try (WritableDirectory assets = workspace.openDirectory(AssetsPath.FOLDER)) {
      return content(
          FileReader.read(assets, document.file(), document.maxBytes(), Artifact.JOURNAL));
    }
  }

  private Optional<Snapshot> staged(Replacement.Document document) throws IOException {
    Optional<KeptFiles.Kept> place =
        switch (decided.course()) {
          case FORWARD -> Optional.of(new KeptFiles.Kept(staging, List.of(document.staged())));
          case BACK -> replacing.kept().find(document);
        };
    return place.isEmpty()
        ? Optional.empty()
        : content(
            FileReader.read(
                place.get().folder(),
                WorkspacePath.of(place.get().names()),
                document.maxBytes(),
                Artifact.JOURNAL));
  }

  private static Optional<Snapshot> content(Outcome<Snapshot> read) {
    return read instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> _)
        ? Optional.of(snapshot)
        : Optional.empty();
  }

  /**
   * Brings it to its end.
   *
   * @return refused, with nothing touched, if a file contradicts the record, or if a set that would
   *     be published is not valid
   */
  Outcome<Settled> complete() throws IOException {
    Optional<Diagnostic> contradiction = findContradiction();
    if (contradiction.isPresent()) {
      return Outcome.refused(contradiction.get());
    }
    return switch (decided.course()) {
      case BACK -> {
        replacing.takeBack(control);
        yield Outcome.of(Settled.TAKEN_BACK);
      }
      case FORWARD ->
          switch (record) {
            case JournalRecord.OfDocuments documents -> carryOut(documents.replacements());
            case JournalRecord.OfPublication publication -> carryOutVerified(publication);
          };
    };
  }

  private Outcome<Settled> carryOutVerified(JournalRecord.OfPublication publication)
      throws IOException {
    List<Diagnostic> faults =
        check.faultsOf(newFiles(publication), Optional.of(publication.packId()));
    return faults.isEmpty()
        ? carryOut(publication.replacements())
        : Outcome.refused(noSet(faults.getFirst()));
  }

  private Outcome<Settled> carryOut(List<Replacement> all) throws IOException {
    replacing.carryOut(undone(all), control);
    return Outcome.of(Settled.COMPLETED);
  }

  /**
   * Gives it up. What a crash replaced is put back where the old files are known to be good;
   * otherwise every file stays as it is.
   *
   * @return that old and new files are mixed now, if they are
   */
  List<Diagnostic> giveUp() throws IOException {
    if (old.areWhole()) {
      replacing.takeBack(control);
      return List.of();
    }
    return new Mixture(workspace, record, replacing, check).find().stream().toList();
  }

  /** The new set: the files that are published already, and those that are still staged. */
  private PackFiles newFiles(JournalRecord.OfPublication publication) throws IOException {
    Map<PackSlot, PlacedFile> places = new EnumMap<>(PackSlot.class);
    for (Replacement.Derived file : publication.files()) {
      places.put(
          file.slot(),
          replacing.isDone(file)
              ? file.slot().in(output())
              : new PlacedFile(staging, RelativePath.of(file.staged())));
    }
    return new PackFiles(output(), places);
  }

  private OutputFolder output() {
    return new OutputFolder(workspace);
  }

  private List<Replacement> undone(List<? extends Replacement> all) throws IOException {
    List<Replacement> undone = new ArrayList<>();
    for (Replacement replacement : all) {
      Occupant now = Occupant.of(workspace, replacement.names());
      if (!now.found().equals(replacement.after().map(StagedContent::digest))) {
        undone.add(replacement);
      }
    }
    return undone;
  }

  /** Why nothing may be touched, if a file is neither the old nor the new one. */
  private Optional<Diagnostic> findContradiction() throws IOException {
    return switch (decided.course()) {
      case FORWARD -> findContradictionForward();
      case BACK ->
          old.areWhole()
              ? Optional.empty()
              : Optional.of(contradiction(output().shownJournal(), OLD_GONE));
    };
  }

  private Optional<Diagnostic> findContradictionForward() throws IOException {
    MissingFolders missing = MissingFolders.of(record.replacements());
    for (Replacement replacement : undone(record.replacements())) {
      Occupant now = Occupant.of(workspace, replacement.names());
      if (now instanceof Occupant.Blocked(Diagnostic fault)) {
        return Optional.of(fault);
      }
      if (replacement instanceof Replacement.Authored authored) {
        if (missing.isFault(authored, now)) {
          return Optional.of(contradiction(authored.displayPath(), "its folder is gone"));
        }
        if (!now.found().equals(authored.before())) {
          return Optional.of(
              contradiction(authored.displayPath(), "the file was changed meanwhile"));
        }
      }
      if (!replacing.isStaged(replacement)) {
        return Optional.of(
            contradiction(output().shown(replacement.displayPath()), "its new content is missing"));
      }
    }
    return Optional.empty();
  }

  private static Diagnostic contradiction(String file, String reason) {
    return giveUp(
        Diagnostic.error(
                DiagnosticCode.JOURNAL_CONTRADICTED,
                Location.of(Artifact.JOURNAL, file),
                "\"" + file + "\" blocks an unfinished publication: " + reason)
            .advice("restore the file from version control"));
  }

  private Diagnostic noSet(Diagnostic fault) {
    return giveUp(
        Diagnostic.error(
                DiagnosticCode.JOURNAL_CONTRADICTED,
                Location.of(Artifact.JOURNAL, output().shownJournal()),
                "the files of an unfinished publication are not a valid pack: " + fault.message())
            .related(fault.location(), fault.message()));
  }

  private static Diagnostic giveUp(Diagnostic fault) {
    return fault.fix(
        Fix.manual(
            "abandon the publication",
            Fix.run(Verb.RECOVER, new Argument.OfChoice(Argument.Choice.DISCARD))));
  }
}
