package dev.papack.result;

import dev.papack.comparison.PackComparison;
import dev.papack.container.PackId;
import java.util.List;
import java.util.Optional;

/**
 * What a recovery found, and did.
 *
 * @param state how the unfinished publication is now
 * @param moves files that it moves
 * @param documents the authored documents that it changes, with the exact change
 * @param packId the identity of the pack that it publishes
 * @param comparison that pack against the published one, where both can be read
 */
public record Recovered(
    State state,
    List<MovedFile> moves,
    List<ChangedDocument> documents,
    Optional<PackId> packId,
    Optional<PackComparison> comparison) {
  /** Copies the lists. */
  public Recovered {
    moves = List.copyOf(moves);
    documents = List.copyOf(documents);
  }

  /** How an unfinished publication is. */
  public enum State {
    /** There is none. */
    NOTHING_FOUND,
    /** There is one, and nothing was done about it. */
    FOUND,
    /** There was one, and it is completed. */
    FINISHED,
    /** There was one, and it is given up. */
    DISCARDED
  }

  /**
   * A recovery that shows no change.
   *
   * @param state what it found
   * @return the answer
   */
  public static Recovered of(State state) {
    return new Recovered(state, List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /**
   * The same, once it is done.
   *
   * @param later how the publication is then
   * @return this with the state
   */
  public Recovered as(State later) {
    return new Recovered(later, moves, documents, packId, comparison);
  }
}
