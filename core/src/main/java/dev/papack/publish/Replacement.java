package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.RelativePath;
import java.util.Optional;

/** One file that a publication changes, and how. */
sealed interface Replacement {
  /** The file, below the workspace. */
  RelativePath destination();

  /** What the destination becomes; empty if it is to go. */
  Optional<StagedContent> after();

  /** One of the four derived files: whatever stands there is replaced. */
  record Derived(PackSlot slot, StagedContent content) implements Replacement {
    @Override
    public RelativePath destination() {
      return slot.path();
    }

    @Override
    public Optional<StagedContent> after() {
      return Optional.of(content);
    }
  }

  /**
   * An authored document: replaced only if it still is what it was when it was read.
   *
   * @param before the digest of what stands there; empty for a new file
   */
  record Authored(RelativePath destination, Optional<Sha256> before, Optional<StagedContent> after)
      implements Replacement {}
}
