package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;

/**
 * An asset with another root. Its name and its settings are the same.
 *
 * @param id what it means is the same as before
 * @param from where it was registered
 * @param to where it is registered
 */
public record MovedAsset(AssetId id, AssetRoot from, AssetRoot to) {}
