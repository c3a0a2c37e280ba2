package dev.papack.comparison;

import dev.papack.container.PackId;

/**
 * One of two packs.
 *
 * @param packId its identity
 * @param assetCount entries of its table
 * @param tilesBytes slices of TILES banks
 * @param soundsBytes slices of SOUNDS banks
 * @param fileBytes the whole file, with header and padding
 */
public record ComparedPack(
    PackId packId, int assetCount, long tilesBytes, long soundsBytes, long fileBytes) {}
