package dev.papack.inspect;

import dev.papack.container.Entry;
import dev.papack.container.PackReader;
import dev.papack.container.Prelude;
import dev.papack.result.PackListing;

/** What an open pack holds, as data. */
public final class Listing {
  private Listing() {}

  /** The listing of an open pack. */
  public static PackListing of(PackReader reader) {
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
