package dev.papack;

import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.container.PackReader;
import dev.papack.container.Prelude;

/**
 * What a pack holds, and where every byte of it goes.
 *
 * @param packId its identity
 * @param envelopeVersion the version of prelude, header and layout
 * @param header asset table and preload list
 * @param preludeBytes always 64
 * @param headerBytes the header JSON
 * @param sliceBytes all slices together
 * @param paddingBytes zeros behind the header and between slices
 * @param fileBytes the whole: the sum of the four before it
 */
public record PackListing(
    PackId packId,
    int envelopeVersion,
    Header header,
    long preludeBytes,
    long headerBytes,
    long sliceBytes,
    long paddingBytes,
    long fileBytes) {
  /** The listing of an open pack. */
  static PackListing of(PackReader reader) {
    Prelude prelude = reader.prelude();
    long slices = reader.header().assetTable().stream().mapToLong(Entry::sizeBytes).sum();
    long file = prelude.fileBytes();
    return new PackListing(
        reader.packId(),
        prelude.envelopeVersion(),
        reader.header(),
        Prelude.BYTES,
        prelude.headerBytes(),
        slices,
        file - Prelude.BYTES - prelude.headerBytes() - slices,
        file);
  }
}
