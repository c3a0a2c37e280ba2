package dev.papack.comparison;

import dev.papack.container.AssetName;

/**
 * A reason why a pack is breaking.
 *
 * @param rule which rule
 * @param assetId the asset that it is about
 * @param assetName its name in the newer pack, or in the older one where it is gone
 * @param message what became of it: a predicate whose subject is the asset, names of others in
 *     double quotes
 */
public record Breach(BreakingRule rule, int assetId, AssetName assetName, String message) {}
