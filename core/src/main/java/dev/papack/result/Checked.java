package dev.papack.result;

/**
 * A workspace without fault.
 *
 * @param assetCount how many assets a build would pack
 */
public record Checked(int assetCount) {}
