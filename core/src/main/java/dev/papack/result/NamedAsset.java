package dev.papack.result;

import dev.papack.container.Entry;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An asset of a pack, for the code of a game.
 *
 * @param entry its id, name and numbers
 * @param slot its preload slot, if it has one
 * @param frames its frames, if it has any
 */
public record NamedAsset(Entry entry, OptionalInt slot, Optional<AssetFrames> frames) {}
