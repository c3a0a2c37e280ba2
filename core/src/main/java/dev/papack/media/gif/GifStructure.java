package dev.papack.media.gif;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.media.PictureSize;
import java.util.List;
import java.util.Optional;

/**
 * All of a GIF but its pixels.
 *
 * @param screen within the limits
 * @param frames at least one; together with the screen within the limits
 * @param commonPalette the colours, {@code 0xFFRRGGBB}, if all frames have the same
 * @param warnings about what changes no pixel
 */
record GifStructure(
    PictureSize screen,
    List<GifFrame> frames,
    Optional<int[]> commonPalette,
    List<Diagnostic> warnings) {
  /** Copies the lists. */
  GifStructure {
    frames = List.copyOf(frames);
    warnings = List.copyOf(warnings);
  }

  /** Whether what was before some frame has to be kept. */
  boolean isAnyRestored() {
    return frames.stream()
        .anyMatch(frame -> frame.control().disposal() == GifFrame.Disposal.RESTORE);
  }
}
