package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.cache.BuildCache;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.CachedFiles;
import dev.papack.cache.Findings;
import dev.papack.cache.Unchanged;
import dev.papack.container.AssetName;
import dev.papack.container.PackId;
import dev.papack.convert.Capacity;
import dev.papack.convert.Conversion;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.CacheFile;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.result.BuildRequest.Reuse;
import dev.papack.result.CacheContents;
import dev.papack.result.CacheSample;
import dev.papack.result.CacheVerification;
import dev.papack.source.InOrder;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks into the cache, and makes some of its banks again. Writes nothing. */
public final class CacheChecking {
  private final WorkspaceFolders folders;
  private final Capacity capacity;
  private final Observer observer;

  public CacheChecking(WorkspaceFolders folders, Capacity capacity, Observer observer) {
    this.folders = folders;
    this.capacity = capacity;
    this.observer = observer;
  }

  /** What the cache contains, or that its version is not supported. */
  public Outcome<CacheContents> contents() throws IOException {
    long sizeBytes = CacheFile.sizeBytes(folders.output());
    return Prior.read(folders.output(), Reuse.UNCHANGED)
        .map(prior -> {
          List<CachedAsset> assets = prior.cache().map(BuildCache::assets).orElse(List.of());
          int files = 0;
          int trusted = 0;
          for (CachedAsset asset : assets) {
            files += asset.stamps().size();
            trusted += (int) asset.stamps().stream().filter(Optional::isPresent).count();
          }
          return new CacheContents(
              prior.state(),
              prior.cache().map(BuildCache::packId),
              assets.size(),
              files,
              trusted,
              sizeBytes);
        });
  }

  /** Converts some assets of the cache again; every bank that differs is a fault. */
  public Outcome<CacheVerification> verify(CacheSample sample)
      throws IOException, CancelledException {
    return Prior.read(folders.output(), Reuse.UNCHANGED)
        .then(prior ->
            prior.cache().isEmpty()
                ? Outcome.of(new CacheVerification(prior.state(), 0, 0, 0))
                : AssetsFolder.within(
                    folders.workspace(),
                    assets ->
                        DeclaredWorkspace.read(assets, CachedFiles.of(prior.cache()))
                            .then(declared ->
                                verify(
                                    new Unchanged(assets, declared.tree().stamps()),
                                    new Reproduction(new Conversion(assets, capacity.memory())),
                                    prior,
                                    chosen(prior, sample, declared)))));
  }

  /** An asset of the cache that is declared still. */
  private record Chosen(Asset asset, CachedAsset before) {}

  private static List<Chosen> chosen(Prior prior, CacheSample sample, DeclaredWorkspace declared) {
    Map<Integer, Asset> byId = new HashMap<>();
    declared.assets().forEach(asset -> byId.put(asset.id().value(), asset));
    BuildCache cache = prior.cache().orElseThrow();
    Set<Integer> drawn = new HashSet<>();
    cache.assets().stream()
        .sorted(Comparator.comparingLong(asset -> lot(asset, cache.packId())))
        .limit(sample.count())
        .forEach(asset -> drawn.add(asset.asset().id().value()));
    List<Chosen> chosen = new ArrayList<>();
    for (CachedAsset asset : cache.assets()) {
      int id = asset.asset().id().value();
      if (drawn.contains(id)) {
        Optional.ofNullable(byId.get(id)).ifPresent(now -> chosen.add(new Chosen(now, asset)));
      }
    }
    return chosen;
  }

  /** The same pack gives the same sample, and another pack another one. */
  private static long lot(CachedAsset asset, PackId packId) {
    return (asset.slice().word0() ^ packId.digest().word0()) * 0x9E3779B97F4A7C15L
        + asset.asset().id().value();
  }

  /** What came of one asset. */
  private enum Verdict {
    SAME,
    CHANGED
  }

  private Outcome<CacheVerification> verify(
      Unchanged unchanged, Reproduction reproduction, Prior prior, List<Chosen> chosen)
      throws IOException, CancelledException {
    Iterator<InOrder.Work<Outcome<Verdict>>> work =
        chosen.stream()
            .map(one -> (InOrder.Work<Outcome<Verdict>>) () -> verify(unchanged, reproduction, one))
            .iterator();
    List<Diagnostic> faults = new ArrayList<>();
    int same = 0;
    int changed = 0;
    observer.observe(new Progress.Begun(Phase.CONVERT, chosen.size()));
    int done = 0;
    try (InOrder<Outcome<Verdict>> results = new InOrder<>(capacity.threads(), work)) {
      while (results.hasNext()) {
        if (observer.isCancelled()) {
          throw new CancelledException();
        }
        switch (results.next()) {
          case Outcome.Refused<Verdict>(List<Diagnostic> found) -> faults.addAll(found);
          case Outcome.Accepted<Verdict>(Verdict verdict, var _) -> {
            same += verdict == Verdict.SAME ? 1 : 0;
            changed += verdict == Verdict.CHANGED ? 1 : 0;
          }
        }
        AssetName through = chosen.get(done++).asset().name();
        observer.observe(new Progress.Advanced(Phase.CONVERT, done, chosen.size(), through));
      }
    }
    int all = prior.cache().orElseThrow().assets().size();
    return faults.isEmpty()
        ? Outcome.of(new CacheVerification(prior.state(), all, same, changed))
        : new Outcome.Refused<>(faults);
  }

  private static Outcome<Verdict> verify(
      Unchanged unchanged, Reproduction reproduction, Chosen chosen) throws IOException {
    if (!unchanged.hasKey(chosen.asset(), chosen.before())) {
      return Outcome.of(Verdict.CHANGED);
    }
    CachedAsset before = chosen.before();
    return switch (reproduction.make(chosen.asset())) {
      case Outcome.Accepted<StoredAsset>(StoredAsset again, List<Diagnostic> found) ->
          isSame(again, before) && before.findings().equals(Findings.of(found))
              ? Outcome.of(Verdict.SAME)
              : Outcome.refused(contradicted(chosen.asset()));
      case Outcome.Refused<StoredAsset> _ -> Outcome.refused(contradicted(chosen.asset()));
    };
  }

  private static boolean isSame(StoredAsset again, CachedAsset before) {
    return again.key().equals(before.key())
        && before.key().digest().equals(before.keyDigest())
        && again.metadata().equals(before.metadata())
        && again.frames().equals(before.frames())
        && again.digest().equals(before.slice());
  }

  private static Diagnostic contradicted(Asset asset) {
    return Diagnostic.error(
            DiagnosticCode.CACHE_CONTRADICTED,
            Location.of(Artifact.ASSET, asset.place().file()),
            "the cache has another bank of asset \""
                + asset.name()
                + "\" than converting it again gives")
        .found(asset.name().text())
        .fix(Fix.safe("clear the cache, build again, and report a bug", Fix.run(Verb.CLEAR_CACHE)));
  }
}
