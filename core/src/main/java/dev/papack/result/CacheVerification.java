package dev.papack.result;

/**
 * How remembered banks compared with those that were made again. Had one of them differed, there
 * would be a fault instead.
 *
 * @param state whether the cache may be used; if not, nothing was compared
 * @param assetCount how many assets it has
 * @param verifiedCount how many of them were converted again
 * @param changedCount how many of those that were chosen changed since, and were left out
 */
public record CacheVerification(
    CacheState state, int assetCount, int verifiedCount, int changedCount) {}
