package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.Findings;
import dev.papack.cache.Unchanged;
import dev.papack.convert.Conversion;
import dev.papack.convert.ConvertedAsset;
import dev.papack.diagnostic.Outcome;
import java.io.IOException;
import java.util.Map;

/**
 * What a build would say of each asset whose bank is not written, and what it would add to the
 * pack. Several threads may ask at once.
 *
 * @param before the assets of the last build, by their ids
 */
record Judging(Map<Integer, CachedAsset> before, Unchanged unchanged, Conversion conversion) {
  /** Copies the map. */
  Judging {
    before = Map.copyOf(before);
  }

  /** Says what the last build said, if it would be said again; else converts. */
  Outcome<BankLoad> judge(Asset asset) throws IOException {
    CachedAsset known = before.get(asset.id().value());
    return known != null
            && known.findings() instanceof Findings.Kept findings
            && unchanged.hasKey(asset, known)
        ? new Outcome.Accepted<>(BankLoad.of(asset, known), findings.all())
        : conversion.convert(asset, Judging::judge);
  }

  private static Outcome<BankLoad> judge(ConvertedAsset converted) throws IOException {
    return new Outcome.Accepted<>(BankLoad.of(converted), converted.bank().judge());
  }
}
