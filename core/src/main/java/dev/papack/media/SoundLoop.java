package dev.papack.media;

/**
 * A loop that a file of sound names, in frames, as it is stored: whether it is inside the sound
 * matters only where nothing else is declared, so it is judged there.
 *
 * @param first its first frame
 * @param last its last frame, inclusive, unlike a bank's
 * @param playCount how often it is played, 0 for ever
 * @param offsetBytes where in the file it is stored
 */
public record SoundLoop(long first, long last, long playCount, long offsetBytes) {}
