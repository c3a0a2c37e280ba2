package dev.papack.result;

import dev.papack.container.PackId;
import java.nio.file.Path;

/**
 * What a build published, after it was read back and verified.
 *
 * @param packId its identity
 * @param pack where it is
 * @param assetCount how many assets it holds
 * @param packBytes its length
 */
public record Built(PackId packId, Path pack, int assetCount, long packBytes) {}
