package dev.papack.inspect;

import dev.papack.bank.PaletteNeed;
import dev.papack.container.Entry;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.container.Prelude;
import dev.papack.container.TilesMetadata;
import dev.papack.result.PackListing;
import dev.papack.result.PalettesListing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * The same with a lower bound for the palettes of each picture. Reads every TILES slice, one at a
   * time.
   *
   * @throws PackException if one is damaged
   */
  public static PalettesListing withPalettes(PackReader reader) throws IOException, PackException {
    List<PalettesListing.Need> needs = new ArrayList<>();
    for (Entry entry : reader.header().assetTable()) {
      if (entry.metadata() instanceof TilesMetadata tiles) {
        int atLeast = PaletteNeed.atLeast(reader.slice(entry.assetId()).copy(), tiles);
        needs.add(new PalettesListing.Need(entry.assetId(), tiles.paletteCount(), atLeast));
      }
    }
    return new PalettesListing(of(reader), needs);
  }
}
