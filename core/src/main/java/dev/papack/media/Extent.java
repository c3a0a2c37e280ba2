package dev.papack.media;

import java.util.List;

/**
 * How much there is in a file, known before it is decoded.
 *
 * @param neededBytes how much memory decoding takes at most, besides the file's own bytes; files
 *     that are refused may take less
 * @param pictures the sizes of all its pictures or frames; none if it is a sound, or will be
 *     refused
 */
public record Extent(long neededBytes, List<PictureSize> pictures) {
  /** Copies the list. */
  public Extent {
    pictures = List.copyOf(pictures);
  }
}
