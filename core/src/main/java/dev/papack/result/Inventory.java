package dev.papack.result;

import dev.papack.asset.Asset;
import dev.papack.diagnostic.Diagnostic;
import java.util.List;

/**
 * The assets of a workspace, as far as registry and declarations agree.
 *
 * @param assets ascending by id
 * @param faults what {@code check} would report without opening a source
 */
public record Inventory(List<Asset> assets, List<Diagnostic> faults) {
  /** Copies the lists. */
  public Inventory {
    assets = List.copyOf(assets);
    faults = List.copyOf(faults);
  }
}
