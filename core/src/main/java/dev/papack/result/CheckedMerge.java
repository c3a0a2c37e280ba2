package dev.papack.result;

/**
 * A merge that takes over what one branch alone changed.
 *
 * @param assetCount how many ids were compared
 */
public record CheckedMerge(int assetCount) {}
