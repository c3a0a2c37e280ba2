package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.AssetsPath;

/**
 * An asset that has another name. Its id, its root and its sources stay.
 *
 * @param id what it means is the same as before
 * @param from the name that its declaration had
 * @param name the name that it has; the same if it had it already
 * @param root where it is
 * @param declaration the file that says so, below {@code assets/}
 */
public record Renamed(
    AssetId id, AssetName from, AssetName name, AssetRoot root, AssetsPath declaration) {}
