package dev.papack.comparison;

import dev.papack.container.AssetName;

/**
 * An asset that is called otherwise.
 *
 * @param assetId its id
 * @param from its name in the older pack
 * @param to its name in the newer pack
 */
public record Rename(int assetId, AssetName from, AssetName to) {}
