package dev.papack.result;

import java.util.List;
import java.util.Optional;

/**
 * What the last build recorded of an asset, beyond what the pack itself holds.
 *
 * @param assetId its id
 * @param root where it is declared, relative to the workspace
 * @param sources the files that it was made from, in their order
 * @param frames with frames only
 */
public record RecordedAsset(
    int assetId, String root, List<SourceFile> sources, Optional<Frames> frames) {
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

  /**
   * The frames of a TILES bank: frame k begins at tile {@code k * tiles}.
   *
   * @param count of all sheets together, at least 1
   * @param tiles of each frame, at least 1
   * @param durationsMs for how long each frame is shown, as its file says, 0 if it says nothing;
   *     empty if no file says anything
   * @param tags named parts of the animation
   */
  public record Frames(long count, long tiles, List<Long> durationsMs, List<Tag> tags) {
    /** Copies the lists. */
    public Frames {
      durationsMs = List.copyOf(durationsMs);
      tags = List.copyOf(tags);
    }
  }

  /**
   * A named part of an animation.
   *
   * @param name any text: the artist's
   * @param first its first frame, from 0
   * @param last its last frame, inclusive
   * @param direction how it is played
   */
  public record Tag(String name, long first, long last, Direction direction) {}

  /** In which order the frames of a tag are shown. */
  public enum Direction {
    /** From the first to the last. */
    FORWARD,
    /** From the last to the first. */
    REVERSE,
    /** Forward, then back, without showing either end twice. */
    PING_PONG,
    /** Back, then forward, without showing either end twice. */
    PING_PONG_REVERSE
  }
}
