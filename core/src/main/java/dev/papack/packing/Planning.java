package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.convert.EffectiveSettings;
import dev.papack.convert.PublishedAsset;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.PublishedBuild;
import dev.papack.json.StableForm;
import dev.papack.registry.DeclaredWorkspace;
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
import java.util.Set;

/** Compares what is declared with what the last build recorded. Opens sources, decodes none. */
public final class Planning {
  private final ReadableDirectory assets;
  private final Map<AssetId, PublishedAsset> published;
  private final List<Diagnostic> faults = new ArrayList<>();

  private Planning(ReadableDirectory assets, Map<AssetId, PublishedAsset> published) {
    this.assets = assets;
    this.published = published;
  }

  /** What a build of a workspace would change, or what stops it before it opens a source. */
  public static Outcome<Plan> of(ReadableDirectory workspace, Drift drift) throws IOException {
    return AssetsFolder.within(
        workspace,
        assets ->
            DeclaredWorkspace.read(assets)
                .map(declared -> DeclaredAssets.judged(declared, drift))
                .then(declared ->
                    declared.hasError()
                        ? new Outcome.Refused<Plan>(declared.diagnostics())
                        : new Planning(assets, PublishedBuild.read(workspace))
                            .plan(declared.assets())
                            .and(declared.diagnostics())));
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
    List<SourceFile> sources = filesAt(asset.sources());
    List<SourceFile> references = filesAt(asset.settings().references());
    PublishedAsset before = published.get(asset.id());
    if (before == null) {
      return Plan.Change.ADDED;
    }
    if (!before.sources().equals(PublishedBuild.form(sources))
        || !before.references().equals(PublishedBuild.form(references))) {
      return Plan.Change.SOURCES_CHANGED;
    }
    if (!before.settings().equals(StableForm.write(EffectiveSettings.tree(asset.settings())))) {
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
