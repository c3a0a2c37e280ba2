package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.PublishedBuild;
import dev.papack.inspect.PublishedBuild.PublishedSource;
import dev.papack.publish.OutputFolder;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.source.FileReader;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the last build recorded, where it is in question which declaration or file is which asset.
 * The record and the sources are read only for such a question.
 */
public final class Evidence {
  private final OutputFolder output;
  private final ReadableDirectory assets;
  private final DeclaredWorkspace declared;
  private final Map<AssetsPath, Optional<PublishedSource>> known = new HashMap<>();
  private Optional<LastBuild> lastBuild = Optional.empty();

  /**
   * That of a workspace; none where nothing was built.
   *
   * @param output for what the last build recorded
   * @param assets its folder {@code assets/}
   * @param declared what is declared in it
   */
  public Evidence(OutputFolder output, ReadableDirectory assets, DeclaredWorkspace declared) {
    this.output = output;
    this.assets = assets;
    this.declared = declared;
  }

  /** The record of the last build. */
  private record LastBuild(
      Map<AssetId, Map<String, PublishedSource>> assets,
      Map<String, PublishedSource> byPath,
      Map<String, AssetId> ids,
      long maxBytes) {
    /** Copies the maps. */
    private LastBuild {
      assets = Map.copyOf(assets);
      byPath = Map.copyOf(byPath);
      ids = Map.copyOf(ids);
    }

    static LastBuild of(Map<AssetId, Map<String, PublishedSource>> assets) {
      Map<String, PublishedSource> byPath = new HashMap<>();
      Map<String, AssetId> ids = new HashMap<>();
      assets.forEach((id, sources) -> {
        byPath.putAll(sources);
        sources.keySet().forEach(path -> ids.put(path, id));
      });
      return new LastBuild(
          assets,
          byPath,
          ids,
          byPath.values().stream().mapToLong(PublishedSource::sizeBytes).max().orElse(0));
    }

    Map<String, PublishedSource> sourcesOf(AssetId id) {
      return assets.getOrDefault(id, Map.of());
    }
  }

  private LastBuild lastBuild() throws IOException {
    if (lastBuild.isEmpty()) {
      lastBuild = Optional.of(LastBuild.of(PublishedBuild.sourcesById(output)));
    }
    return lastBuild.get();
  }

  /**
   * Another declaration that has a source which an asset was last built from, if the supposed one
   * has none of them. Assets of the same build are what they were.
   *
   * @param supposed the declaration that is taken for the asset
   */
  Optional<LocatedDeclaration> findOther(AssetId id, LocatedDeclaration supposed)
      throws IOException {
    Set<PublishedSource> sources = Set.copyOf(lastBuild().sourcesOf(id).values());
    if (sources.isEmpty() || holds(supposed, sources)) {
      return Optional.empty();
    }
    for (LocatedDeclaration other : declared.scan().declarations().values()) {
      boolean isOfTheBuild =
          other
              .declaration()
              .id()
              .filter(own -> !own.equals(id))
              .filter(lastBuild().assets()::containsKey)
              .isPresent();
      if (!other.equals(supposed) && !isOfTheBuild && holds(other, sources)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private boolean holds(LocatedDeclaration declaration, Set<PublishedSource> sources)
      throws IOException {
    for (AssetsPath source :
        declaration.declaration().sources().stream().map(declaration.place()::resolve).toList()) {
      Optional<PublishedSource> content = contentOf(source);
      if (content.isPresent() && sources.contains(content.get())) {
        return true;
      }
    }
    return false;
  }

  /** What a source was when it was last built from. */
  Optional<PublishedSource> published(AssetsPath source) throws IOException {
    return Optional.ofNullable(lastBuild().byPath().get(source.inWorkspace().text()));
  }

  /** The asset that a file was last built into. */
  Optional<AssetId> idOf(AssetsPath source) throws IOException {
    return Optional.ofNullable(lastBuild().ids().get(source.inWorkspace().text()));
  }

  /** What a file has, if that may be something that was built from. */
  Optional<PublishedSource> contentOf(AssetsPath file) throws IOException {
    Optional<PublishedSource> content = known.get(file);
    if (content == null) {
      content =
          declared.tree().files().contains(file)
                  && FileReader.read(assets, file, lastBuild().maxBytes(), Artifact.SOURCE)
                      instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, var _)
              ? Optional.of(new PublishedSource(snapshot.sizeBytes(), snapshot.digest().hex()))
              : Optional.empty();
      known.put(file, content);
    }
    return content;
  }
}
