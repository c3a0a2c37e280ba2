package dev.papack.document;

import dev.papack.diagnostic.Artifact;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of JSON document, with a version of its own.
 *
 * @param artifact what the member {@code artifact} says, by its label
 * @param window the readable versions
 * @param lastReaders for each version that has left the window, the last release of the packer that
 *     could read it
 */
public record Kind(
    Artifact artifact, SupportWindow window, SortedMap<Integer, String> lastReaders) {
  /**
   * Refuses a table with gaps: every version below the window needs its last reader, so that a
   * message can always name one.
   *
   * @throws IllegalArgumentException naming the version
   */
  public Kind {
    lastReaders = Collections.unmodifiableSortedMap(new TreeMap<>(lastReaders));
    for (int version = 1; version < window.oldest(); version++) {
      if (!lastReaders.containsKey(version)) {
        throw new IllegalArgumentException(
            artifact.label()
                + " version "
                + version
                + " has left the window without a last reader");
      }
    }
    if (lastReaders.size() != window.oldest() - 1) {
      throw new IllegalArgumentException(artifact.label() + " names readers of supported versions");
    }
  }

  /** The name in documents. */
  public String label() {
    return artifact.label();
  }
}
