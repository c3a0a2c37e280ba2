package dev.papack.media;

/**
 * The pixels of a picture whose alpha its {@link PixelRule} does not decide.
 *
 * @param count how many, at least 1
 * @param x of the first, row by row
 * @param y of the first
 * @param alpha of the first, 1 to 254
 */
public record UndecidedPixels(int count, int x, int y, int alpha) {}
