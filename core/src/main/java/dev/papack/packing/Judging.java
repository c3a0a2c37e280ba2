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
import java.util.Optional;

/**
 * What a build would say of each asset whose bank is not written, and what it would add to the
 * pack. Several threads may ask at once.
 *
 * @param before the assets of the last build, by their ids
 */
record Judging(Map<Integer, CachedAsset> before, Unchanged unchanged, Conversion conversion)
    implements Stages.Making<BankLoad> {
  /** Copies the map. */
  Judging {
    before = Map.copyOf(before);
  }

  /** What the last build said, if it would be said again. */
  @Override
  public Optional<Outcome<BankLoad>> find(Asset asset) {
    CachedAsset known = before.get(asset.id().value());
    return known != null && unchanged.hasKeyByStamp(asset, known)
        ? said(asset, known)
        : Optional.empty();
  }

  /** Says what the last build said, if it would be said again; else converts. */
  @Override
  public Outcome<BankLoad> make(Asset asset) throws IOException {
    CachedAsset known = before.get(asset.id().value());
    Optional<Outcome<BankLoad>> said =
        known != null && unchanged.hasKey(asset, known) ? said(asset, known) : Optional.empty();
    return said.isPresent() ? said.get() : conversion.convert(asset, Judging::judge);
  }

  private static Optional<Outcome<BankLoad>> said(Asset asset, CachedAsset known) {
    return known.findings() instanceof Findings.Kept findings
        ? Optional.of(new Outcome.Accepted<>(BankLoad.of(asset, known), findings.all()))
        : Optional.empty();
  }

  private static Outcome<BankLoad> judge(ConvertedAsset converted) throws IOException {
    return new Outcome.Accepted<>(BankLoad.of(converted), converted.bank().judge());
  }
}
