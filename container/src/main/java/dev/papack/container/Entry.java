package dev.papack.container;

/**
 * An entry of the asset table: one asset and where its slice is.
 *
 * @param assetId 1 to 2,147,483,647
 * @param assetName unique in the pack
 * @param metadata what the slice holds
 * @param sha256 the digest over the bytes of the slice
 * @param offsetBytes where the slice begins, counted from the start of the payload region
 * @param sizeBytes the length of the slice, as {@code metadata} implies it
 */
public record Entry(
    int assetId,
    AssetName assetName,
    BankMetadata metadata,
    Sha256 sha256,
    long offsetBytes,
    long sizeBytes) {
  /**
   * Refuses an id, a size or a place that no asset can have.
   *
   * @throws MeaningException naming the number
   */
  public Entry {
    if (assetId < 1) {
      throw MeaningException.outside("asset_id", assetId, "1.." + Integer.MAX_VALUE);
    }
    if (sizeBytes != metadata.sliceBytes()) {
      throw new MeaningException(
          "asset "
              + assetId
              + " has the size "
              + sizeBytes
              + "; its metadata implies "
              + metadata.sliceBytes(),
          Long.toString(sizeBytes),
          Long.toString(metadata.sliceBytes()));
    }
    if (offsetBytes < 0 || offsetBytes > PackLimits.MAX_PAYLOAD_BYTES - sizeBytes) {
      throw new MeaningException(
          "asset "
              + assetId
              + " of "
              + sizeBytes
              + " bytes at offset "
              + offsetBytes
              + " does not fit into a payload region of "
              + PackLimits.MAX_PAYLOAD_BYTES
              + " bytes",
          Long.toString(offsetBytes),
          "an end of at most " + PackLimits.MAX_PAYLOAD_BYTES);
    }
  }

  /**
   * The position after the last byte of the slice.
   *
   * @return bytes from the start of the payload region
   */
  public long endBytes() {
    return offsetBytes + sizeBytes;
  }
}
