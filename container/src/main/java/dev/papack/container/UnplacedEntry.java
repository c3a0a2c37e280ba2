package dev.papack.container;

/**
 * An entry of the asset table before the layout gave it a place; {@link Header#layOut} places it.
 *
 * @param assetId 1 to 2,147,483,647
 * @param assetName unique in the pack
 * @param metadata what the slice holds
 * @param sha256 the digest over the bytes of the slice
 */
public record UnplacedEntry(
    int assetId, AssetName assetName, BankMetadata metadata, Sha256 sha256) {}
