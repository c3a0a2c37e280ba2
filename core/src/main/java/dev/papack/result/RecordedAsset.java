package dev.papack.result;

import java.util.List;
import java.util.Optional;

/**
 * What the last build recorded of an asset, beyond what the pack itself holds.
 *
 * @param assetId its id
 * @param root where it is declared, relative to the workspace
 * @param sources the files that it was made from, in their order
 * @param frames with frames only; frame k begins at tile {@code k * tiles}
 */
public record RecordedAsset(
    int assetId, String root, List<SourceFile> sources, Optional<AssetFrames> frames) {
  /** Copies the list. */
  public RecordedAsset {
    sources = List.copyOf(sources);
  }

  /**
   * A file that an asset was made from.
   *
   * @param path relative to the workspace
   * @param sizeBytes its length at the time
   */
  public record SourceFile(String path, long sizeBytes) {}
}
