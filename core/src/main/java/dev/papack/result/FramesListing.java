package dev.papack.result;

import java.util.List;

/**
 * What a published pack holds, and the frames of its pictures.
 *
 * @param listing of the pack
 * @param frames of each asset that has frames, in the order of the asset table
 */
public record FramesListing(PackListing listing, List<AssetFrames> frames) {
  /** Copies the list. */
  public FramesListing {
    frames = List.copyOf(frames);
  }
}
