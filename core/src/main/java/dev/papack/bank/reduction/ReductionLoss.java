package dev.papack.bank.reduction;

/**
 * What a reduction of colours lost. Errors are distances in Oklab from the colours of the source to
 * those that are shown: 0 is no difference, 1 that of black and white.
 *
 * @param opaquePixels how many pixels there are
 * @param changedPixels how many of them show another colour than without the reduction: than their
 *     colour rounded by {@link dev.papack.media.Rgb565#nearest}
 * @param meanError the root of the mean squared error of all pixels; 0 if there are none
 * @param worstError the largest error of a pixel
 */
public record ReductionLoss(
    long opaquePixels, long changedPixels, double meanError, double worstError) {}
