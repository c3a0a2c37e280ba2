package dev.papack.report;

import dev.papack.container.Entry;
import dev.papack.result.RecordedAsset;
import java.util.Optional;

/**
 * An asset of a pack and what a page says of it.
 *
 * @param entry as in the pack
 * @param recorded what the build recorded
 * @param facts of its bank
 * @param place of its slice in the chunks; empty if it is not held
 */
record SurveyedAsset(
    Entry entry, Optional<RecordedAsset> recorded, Facts facts, Optional<Chunks.Place> place) {
  /** What is said of a bank. */
  sealed interface Facts {
    /** Of tiles. */
    record OfTiles(TilesFacts tiles) implements Facts {}

    /** Of a sound. */
    record OfSound(SoundFacts sound) implements Facts {}
  }
}
