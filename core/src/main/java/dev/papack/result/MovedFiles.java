package dev.papack.result;

import java.util.List;

/**
 * Files that moved, and what refers to them.
 *
 * @param files at least one, by path
 * @param assets those with another root, by id
 * @param documents declarations with other {@code sources}, by path
 */
public record MovedFiles(
    List<MovedFile> files, List<MovedAsset> assets, List<ChangedDocument> documents) {
  /** Copies the lists. */
  public MovedFiles {
    files = List.copyOf(files);
    assets = List.copyOf(assets);
    documents = List.copyOf(documents);
  }
}
