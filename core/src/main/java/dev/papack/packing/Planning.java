package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.cache.BuildCache;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.CachedFiles;
import dev.papack.cache.LastResult;
import dev.papack.cache.Unchanged;
import dev.papack.convert.PublishedAsset;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.PublishedBuild;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackSlot;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.result.Drift;
import dev.papack.result.Plan;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.SourceDigest;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares what is declared with what is published. Decodes nothing. */
public final class Planning {
  private final ReadableDirectory assets;
  private final Map<AssetId, Recorded> published;
  private final List<Diagnostic> faults = new ArrayList<>();

  private Planning(ReadableDirectory assets, Map<AssetId, Recorded> published) {
    this.assets = assets;
    this.published = published;
  }

  /** What a build of a workspace would change, or what stops it before it opens a source. */
  public static Outcome<Plan> of(WorkspaceFolders folders, Drift drift) throws IOException {
    return Outcome.unless(PackSlot.findAnyObstacle(folders.output()))
        .then(_ -> ofFree(folders, drift));
  }

  /** The same where nothing stands in the way of the published files. */
  private static Outcome<Plan> ofFree(WorkspaceFolders folders, Drift drift) throws IOException {
    return AssetsFolder.within(
        folders.workspace(),
        assets -> {
          Optional<LastResult> same = LastBuild.findSame(folders.output(), assets, drift);
          Optional<BuildCache> cache = LastBuild.read(folders.output(), drift);
          return same.isPresent()
                  && cache.isPresent()
                  && Outputs.of(folders.output()).areUntouchedByStamp(same.get().outputs())
              ? Outcome.of(unchanged(cache.get())).and(same.get().declared())
              : of(folders.output(), assets, cache, drift);
        });
  }

  private static Plan unchanged(BuildCache cache) {
    return new Plan(
        cache.assets().stream()
            .map(known -> new Plan.PlannedAsset(known.asset(), Plan.Change.UNCHANGED))
            .toList(),
        List.of());
  }

  private static Outcome<Plan> of(
      OutputFolder output, ReadableDirectory assets, Optional<BuildCache> cache, Drift drift)
      throws IOException {
    // The cache if that is what is published: companions take long to read.
    Optional<BuildCache> ofPublished =
        cache.isPresent() && Outputs.of(output).areUntouched(cache.get().outputs())
            ? cache
            : Optional.empty();
    // Before the declarations: while a companion is read its whole text is in memory.
    Map<AssetId, PublishedAsset> recorded =
        ofPublished.isPresent() ? Map.of() : PublishedBuild.read(output);
    return DeclaredAssets.read(
            assets,
            CachedFiles.of(cache),
            drift,
            List.of(),
            Runtime.getRuntime().availableProcessors())
        .then(declared ->
            declared.diagnostics().stream().anyMatch(Diagnostic::isError)
                ? new Outcome.Refused<Plan>(declared.diagnostics())
                : new Planning(
                        assets,
                        published(ofPublished, recorded, new Unchanged(assets, declared.stamps())))
                    .plan(declared.assets())
                    .and(declared.diagnostics()));
  }

  private static Map<AssetId, Recorded> published(
      Optional<BuildCache> cache, Map<AssetId, PublishedAsset> recorded, Unchanged unchanged) {
    Map<AssetId, Recorded> published = new TreeMap<>();
    for (CachedAsset asset : cache.map(BuildCache::assets).orElse(List.of())) {
      published.put(asset.asset().id(), new Recorded.InCache(asset, unchanged));
    }
    recorded.forEach((id, asset) -> published.put(id, new Recorded.InCompanion(asset)));
    return published;
  }

  private Outcome<Plan> plan(List<Asset> declared) throws IOException {
    List<Plan.PlannedAsset> planned = new ArrayList<>();
    Set<AssetId> ids = new HashSet<>();
    for (Asset asset : declared) {
      planned.add(new Plan.PlannedAsset(asset, compare(asset)));
      ids.add(asset.id());
    }
    if (!faults.isEmpty()) {
      return new Outcome.Refused<>(faults);
    }
    return Outcome.of(
        new Plan(
            planned,
            published.entrySet().stream()
                .filter(entry -> !ids.contains(entry.getKey()))
                .map(entry -> new Plan.RemovedAsset(entry.getKey(), entry.getValue().name()))
                .toList()));
  }

  private Plan.Change compare(Asset asset) throws IOException {
    Recorded before = published.get(asset.id());
    if (before == null) {
      filesAt(asset.files());
      return Plan.Change.ADDED;
    }
    if (!before.hasFilesOf(asset)
        && !before.hasFiles(filesAt(asset.sources()), filesAt(asset.settings().references()))) {
      return Plan.Change.SOURCES_CHANGED;
    }
    if (!before.hasSettings(asset.settings())) {
      return Plan.Change.SETTINGS_CHANGED;
    }
    if (!before.preloadSlot().equals(asset.preloadSlot())) {
      return Plan.Change.PRELOAD_CHANGED;
    }
    if (!before.name().equals(asset.name())) {
      return Plan.Change.RENAMED;
    }
    return before.root().equals(asset.place().root().toString())
        ? Plan.Change.UNCHANGED
        : Plan.Change.MOVED;
  }

  /** Reads them, also to find what is wrong with them. */
  private List<SourceFile> filesAt(List<AssetsPath> paths) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (AssetsPath path : paths) {
      switch (FileReader.digest(assets, path, Limits.SOURCE_BYTES)) {
        case Outcome.Refused<SourceDigest>(List<Diagnostic> found) -> faults.addAll(found);
        case Outcome.Accepted<SourceDigest>(SourceDigest source, List<Diagnostic> notes) ->
            files.add(new SourceFile(path, source.sizeBytes(), source.digest()));
      }
    }
    return files;
  }
}
