package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.Findings;
import dev.papack.cache.KeyDifference;
import dev.papack.cache.Unchanged;
import dev.papack.convert.Capacity;
import dev.papack.convert.Conversion;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.packing.StoredAsset.Known;
import dev.papack.result.BuildReason;
import dev.papack.result.BuildReason.Kind;
import dev.papack.result.CacheState;
import dev.papack.source.InOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The assets of a build, each with the bank of the last build where its key is the same, and
 * converted where not. Everything that a bank of the last build is taken for is compared here.
 */
final class Renewal implements Stages.Making<StoredAsset> {
  private final Prior prior;
  private final Unchanged unchanged;
  private final Conversion conversion;
  private final PackAssembly assembly;
  private final Set<Integer> damaged = new HashSet<>();
  private CacheState state;

  /**
   * Of one build.
   *
   * @param unchanged tells which assets have the key of the last build
   */
  Renewal(Prior prior, Unchanged unchanged, Conversion conversion, PackAssembly assembly) {
    this.prior = prior;
    this.unchanged = unchanged;
    this.conversion = conversion;
    this.assembly = assembly;
    this.state = prior.state();
  }

  /** What could be taken from the last build, or why nothing could. */
  CacheState state() {
    return state;
  }

  /** The bank of an asset from the last build, if no file of it changed. */
  @Override
  public Optional<Outcome<StoredAsset>> find(Asset asset) {
    CachedAsset before = prior.byId().get(asset.id().value());
    return before != null && unchanged.hasKeyByStamp(asset, before)
        ? Optional.of(reused(asset, before, Known.BY_STAMP))
        : Optional.empty();
  }

  /** Takes the bank of an asset from the last build, or converts it; several threads may. */
  @Override
  public Outcome<StoredAsset> make(Asset asset) throws IOException {
    CachedAsset before = prior.byId().get(asset.id().value());
    return before != null && unchanged.hasKey(asset, before)
        ? reused(asset, before, Known.BY_CONTENT)
        : convert(asset);
  }

  private static Outcome<StoredAsset> reused(Asset asset, CachedAsset before, Known known) {
    return Outcome.of(StoredAsset.reused(asset, before, known)).and(saidOf(before.findings()));
  }

  private static List<Diagnostic> saidOf(Findings findings) {
    return findings instanceof Findings.Kept(List<Diagnostic> all) ? all : List.of();
  }

  private Outcome<StoredAsset> convert(Asset asset) throws IOException {
    Outcome<StoredAsset> outcome = conversion.convert(asset, assembly::store);
    Findings findings = Findings.of(outcome.diagnostics());
    return outcome.map(stored -> stored.with(findings));
  }

  /** Whether these are the assets of the last build, with all that its files say of them. */
  boolean isWhatWasBuilt(List<StoredAsset> all) {
    if (prior.cache().isEmpty() || prior.cache().get().assets().size() != all.size()) {
      return false;
    }
    Iterator<CachedAsset> before = prior.cache().get().assets().iterator();
    return all.stream().allMatch(asset -> isSame(asset, before.next()));
  }

  private static boolean isSame(StoredAsset now, CachedAsset before) {
    Asset asset = now.asset();
    return asset.id().equals(before.asset().id())
        && asset.name().equals(before.asset().name())
        && asset.place().root().equals(before.asset().place().root())
        && asset.preloadSlot().equals(before.asset().preloadSlot())
        && now.recipe().equals(before.recipe())
        && now.metadata().equals(before.metadata())
        && now.digest().equals(before.slice())
        && now.frames().equals(before.frames())
        && now.findings().equals(before.findings())
        && now.asset().sources().size() == before.asset().sources().size()
        && now.asset().files().equals(before.asset().files())
        && now.contents().equals(before.contents());
  }

  /**
   * Holds every slice that stays in the published pack against its digest. An asset whose slice is
   * not there is converted after all.
   *
   * @param pack the published pack; empty if it is not the one of the last build
   */
  Outcome<List<StoredAsset>> confirm(
      List<StoredAsset> all, Optional<PublishedPack> pack, Capacity capacity) throws IOException {
    Iterator<InOrder.Work<Outcome<StoredAsset>>> work =
        all.stream()
            .map(asset -> (InOrder.Work<Outcome<StoredAsset>>) () -> confirm(asset, pack))
            .iterator();
    if (prior.cache().isPresent() && pack.isEmpty()) {
      state = CacheState.PACK_CHANGED;
    }
    List<StoredAsset> confirmed = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    try (InOrder<Outcome<StoredAsset>> results = new InOrder<>(capacity.threads(), work)) {
      for (StoredAsset asset : all) {
        Outcome<StoredAsset> result = results.next();
        // What was said of it once is not said again.
        result.diagnostics().stream()
            .filter(finding -> !saidOf(asset.findings()).contains(finding))
            .forEach(diagnostics::add);
        if (result instanceof Outcome.Accepted<StoredAsset>(StoredAsset there, var _)) {
          confirmed.add(there);
          if (there.sliceFile() != asset.sliceFile()) {
            damaged.add(asset.asset().id().value());
          }
        }
      }
    }
    return confirmed.size() == all.size()
        ? new Outcome.Accepted<>(confirmed, diagnostics)
        : new Outcome.Refused<>(diagnostics);
  }

  private Outcome<StoredAsset> confirm(StoredAsset asset, Optional<PublishedPack> pack)
      throws IOException {
    return switch (asset.sliceFile()) {
      case SPOOL -> Outcome.of(asset);
      case PUBLISHED_PACK ->
          pack.isPresent()
                  && pack.get()
                      .holds(asset.startBytes(), asset.metadata().sliceBytes(), asset.digest())
              ? Outcome.of(asset)
              : convert(asset.asset());
    };
  }

  /** Why an asset was converted; nothing if it was not. */
  List<BuildReason> reasons(StoredAsset asset) {
    if (asset.sliceFile() == SliceFile.PUBLISHED_PACK) {
      return List.of();
    }
    if (state != CacheState.VALID) {
      return List.of(BuildReason.of(Kind.CACHE, state.label()));
    }
    int id = asset.asset().id().value();
    CachedAsset before = prior.byId().get(id);
    if (before == null) {
      return List.of(BuildReason.of(Kind.NEW_ASSET, ""));
    }
    if (damaged.contains(id)) {
      return List.of(BuildReason.of(Kind.SLICE_DAMAGED, ""));
    }
    List<BuildReason> reasons =
        KeyDifference.of(
            before.key(),
            asset.key(),
            asset.asset().files().stream().map(AssetsPath::text).toList());
    if (!reasons.isEmpty()) {
      return reasons;
    }
    return List.of(
        BuildReason.of(
            before.findings() instanceof Findings.NotKept ? Kind.FINDINGS : Kind.SOURCES, ""));
  }

  /** How many banks are new. */
  static int convertedCount(List<StoredAsset> all) {
    return (int) all.stream().filter(asset -> asset.sliceFile() == SliceFile.SPOOL).count();
  }
}
