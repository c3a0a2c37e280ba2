package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was there before an unfinished publication: the files that are kept, and those that were not
 * replaced or are put back.
 *
 * @param workspace where the files are
 * @param origin of the record
 * @param record what it says
 * @param replacing knows the files
 * @param check verifies the old set, before it stands again
 */
record OldFiles(
    ReadableDirectory workspace,
    Origin origin,
    JournalRecord record,
    Replacing replacing,
    SetCheck check) {
  /**
   * Whether all old files can stand again. A record from elsewhere names what it likes, also that
   * there was nothing before: nothing is put back, and nothing deleted, because it says so.
   */
  boolean areWhole() throws IOException {
    return origin == Origin.HERE
        && switch (record) {
          case JournalRecord.OfPublication publication -> isSetWhole(publication);
          case JournalRecord.OfDocuments documents -> areDocumentsKept(documents);
        };
  }

  /** Whether each is as it was, or is the new one with the old one kept. */
  private boolean areDocumentsKept(JournalRecord.OfDocuments documents) throws IOException {
    for (Replacement.Authored authored : documents.authored()) {
      Optional<Sha256> now = Occupant.of(workspace, authored.names()).found();
      Optional<KeptFiles.Kept> place = replacing.kept().find(authored);
      Optional<Sha256> kept = place.isEmpty() ? Optional.empty() : place.get().digest();
      boolean isOld = now.equals(authored.before());
      boolean isNew = now.equals(authored.after().map(StagedContent::digest));
      if (!(isOld || isNew)
          || (isOld ? kept.isPresent() && !kept.equals(now) : !kept.equals(authored.before()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the set that was published before can stand again and is valid, or there was none. */
  private boolean isSetWhole(JournalRecord.OfPublication publication) throws IOException {
    int missing = 0;
    for (Replacement.Derived file : publication.files()) {
      boolean isThere =
          switch (file.old()) {
            // Also one that is kept no longer: a build that changed nothing has put it back.
            case KEPT ->
                replacing.kept().find(file).isPresent() || file.slot().find(output()).isPresent();
            case NOTHING -> isNothingElse(file);
          };
      if (!isThere) {
        return false;
      }
      missing += file.old() == Replacement.Old.NOTHING ? 1 : 0;
    }
    return missing == publication.files().size()
        || (missing == 0 && check.faultsOf(set(publication), Optional.empty()).isEmpty());
  }

  private OutputFolder output() {
    return new OutputFolder(workspace);
  }

  /** Where nothing was before, only the new file can be: anything else shows that there was. */
  private boolean isNothingElse(Replacement.Derived file) throws IOException {
    return file.slot().find(output()).isEmpty() || replacing.isDone(file);
  }

  /** The old set, of the very files that would stand again if it is taken back. */
  PackFiles set(JournalRecord.OfPublication publication) throws IOException {
    Map<PackSlot, PlacedFile> places = new EnumMap<>(PackSlot.class);
    for (Replacement.Derived file : publication.files()) {
      Optional<KeptFiles.Kept> kept =
          replacing.isOldInPlace(file) ? Optional.empty() : replacing.kept().find(file);
      places.put(
          file.slot(),
          kept.map(old -> new PlacedFile(old.folder(), new RelativePath(old.names())))
              .orElseGet(() -> file.slot().in(output())));
    }
    return new PackFiles(output(), places);
  }
}
