package dev.papack.result;

import java.util.List;

/**
 * Declarations with other settings.
 *
 * @param documents those that change, by path
 * @param unchangedCount how many were selected that say all of it already
 * @param otherBankCount how many a folder or a pattern selected that can have none of the settings
 */
public record ChangedSettings(
    List<ChangedDocument> documents, int unchangedCount, int otherBankCount) {
  /** Copies the list. */
  public ChangedSettings {
    documents = List.copyOf(documents);
  }
}
