package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file that a publication changes, and how. */
sealed interface Replacement {
  /** The way to the file from the workspace on. */
  List<FileName> names();

  /** What the file becomes; empty if it is to go. */
  Optional<StagedContent> after();

  /** The file, as messages name it. */
  default String displayPath() {
    return String.join("/", names().stream().map(FileName::text).toList());
  }

  /** One of the four derived files: whatever stands there is replaced. */
  record Derived(PackSlot slot, StagedContent content) implements Replacement {
    @Override
    public List<FileName> names() {
      return slot.path().names();
    }

    @Override
    public Optional<StagedContent> after() {
      return Optional.of(content);
    }
  }

  /**
   * An authored document: replaced only if it still is what it was when it was read.
   *
   * @param document the file below {@code assets/}, whose own path may be as long as a path can be
   * @param before the digest of what stands there; empty for a new file
   */
  record Authored(RelativePath document, Optional<Sha256> before, Optional<StagedContent> after)
      implements Replacement {
    private static final FileName ASSETS = new FileName("assets");

    @Override
    public List<FileName> names() {
      List<FileName> names = new ArrayList<>(List.of(ASSETS));
      names.addAll(document.names());
      return names;
    }
  }
}
