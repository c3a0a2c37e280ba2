package dev.papack.result;

import dev.papack.container.Entry;
import java.util.OptionalInt;

/**
 * An asset of a pack, for the code of a game.
 *
 * @param entry its id, name and numbers
 * @param slot its preload slot, if it has one
 * @param frameCount 0 if it has no frames
 */
public record NamedAsset(Entry entry, OptionalInt slot, long frameCount) {}
