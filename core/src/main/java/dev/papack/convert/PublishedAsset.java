package dev.papack.convert;

import dev.papack.container.AssetName;
import java.util.OptionalInt;

/**
 * What the last build recorded of an asset.
 *
 * @param name what the pack calls it
 * @param root where it was declared
 * @param sources its sources, in the stable form
 * @param references the files that its settings name, in the stable form
 * @param settings its effective settings, in the stable form
 * @param preloadSlot the slot that it is loaded into at boot
 */
public record PublishedAsset(
    AssetName name,
    String root,
    String sources,
    String references,
    String settings,
    OptionalInt preloadSlot) {}
