package dev.papack.result;

import dev.papack.container.PackReader;
import java.util.List;

/**
 * A pack that is open, and what its build recorded.
 *
 * @param reader gives its slices; each is checked before it is handed out. Not to be used once the
 *     {@link PackUse} has returned
 * @param listing what it holds
 * @param recorded what the build recorded, in the order of ids; empty for a pack that is in no
 *     workspace, and where what is recorded is missing, faulty or of another pack
 */
public record OpenPack(PackReader reader, PackListing listing, List<RecordedAsset> recorded) {
  /** Copies the list. */
  public OpenPack {
    recorded = List.copyOf(recorded);
  }
}
