package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.TextRange;

/**
 * Where a document says how an asset is called.
 *
 * @param range the name with its quotes
 * @param name as it is written, which may be no name that papack accepts
 * @param asset which asset
 */
public record NamedPlace(TextRange range, String name, AssetId asset) {}
