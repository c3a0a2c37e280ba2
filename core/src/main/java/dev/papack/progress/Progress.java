package dev.papack.progress;

import dev.papack.container.AssetName;
import dev.papack.diagnostic.AssetsPath;

/** What happens while a session works. Events come from the calling thread, in a fixed order. */
public sealed interface Progress {
  /**
   * The phase that this happens in.
   *
   * @return the phase that began last
   */
  Phase phase();

  /**
   * A phase begins.
   *
   * @param phase which
   * @param total how many assets, documents or files it will go through; 0 where it does not count
   *     them
   */
  record Begun(Phase phase, int total) implements Progress {}

  /**
   * An asset is through.
   *
   * @param phase which
   * @param done how many are through, this one included
   * @param total of how many
   * @param asset this one
   */
  record Advanced(Phase phase, int done, int total, AssetName asset) implements Progress {}

  /**
   * A document is through, or a file that may become a source.
   *
   * @param phase which
   * @param done how many are through, this one included
   * @param total of how many
   * @param document this one, below {@code assets/}
   */
  record Passed(Phase phase, int done, int total, AssetsPath document) implements Progress {}
}
