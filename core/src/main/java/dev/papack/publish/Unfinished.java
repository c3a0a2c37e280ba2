package dev.papack.publish;

import dev.papack.container.PackId;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.source.Snapshot;
import java.util.List;
import java.util.Optional;

/** What an unfinished publication would change: shown before anybody carries it out. */
public sealed interface Unfinished {
  /**
   * A pack and its companions.
   *
   * @param packId the identity that the pack must have
   * @param files where the new files are
   */
  record OfPack(Origin origin, PackId packId, PackFiles files) implements Unfinished {}

  /**
   * Authored documents, and files that move with them.
   *
   * @param moves files that are not where they are to be yet, in order
   * @param changes those that are not carried out yet, in order
   */
  record OfDocuments(Origin origin, List<FileMove> moves, List<ChangedDocument> changes)
      implements Unfinished {
    /** Copies the lists. */
    public OfDocuments {
      moves = List.copyOf(moves);
      changes = List.copyOf(changes);
    }
  }

  /** It cannot be carried out. */
  record Stuck(Diagnostic fault) implements Unfinished {}

  /**
   * A document that would change.
   *
   * @param file the document
   * @param before as it is; empty if there is none
   * @param after as it would be; empty if it would be deleted
   */
  record ChangedDocument(AssetsPath file, Optional<Snapshot> before, Optional<Snapshot> after) {}
}
