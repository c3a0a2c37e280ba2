package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.PublishedBuild;
import dev.papack.inspect.PublishedBuild.PublishedSource;
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
 * What the last build recorded of an asset, where it is in question which declaration is that
 * asset. Sources are read only for such a question.
 */
public final class Evidence {
  private final ReadableDirectory assets;
  private final DeclaredWorkspace declared;
  private final Map<AssetId, Set<PublishedSource>> published;
  private final long maxBytes;
  private final Map<AssetsPath, Optional<PublishedSource>> known = new HashMap<>();

  private Evidence(
      ReadableDirectory assets,
      DeclaredWorkspace declared,
      Map<AssetId, Set<PublishedSource>> published) {
    this.assets = assets;
    this.declared = declared;
    this.published = published;
    this.maxBytes =
        published.values().stream()
            .flatMap(Set::stream)
            .mapToLong(PublishedSource::sizeBytes)
            .max()
            .orElse(0);
  }

  /**
   * That of a workspace; none where nothing was built.
   *
   * @param workspace for what the last build recorded
   * @param assets its folder {@code assets/}
   */
  public static Evidence of(
      ReadableDirectory workspace, ReadableDirectory assets, DeclaredWorkspace declared)
      throws IOException {
    return new Evidence(assets, declared, PublishedBuild.sourcesById(workspace));
  }

  /**
   * Another declaration that has a source which an asset was last built from, if the supposed one
   * has none of them. Assets of the same build are what they were.
   *
   * @param supposed the declaration that is taken for the asset
   */
  Optional<LocatedDeclaration> findOther(AssetId id, LocatedDeclaration supposed)
      throws IOException {
    Set<PublishedSource> sources = published.getOrDefault(id, Set.of());
    if (sources.isEmpty() || holds(supposed, sources)) {
      return Optional.empty();
    }
    for (LocatedDeclaration other : declared.scan().declarations().values()) {
      boolean isOfTheBuild =
          other
              .declaration()
              .id()
              .filter(own -> !own.equals(id) && published.containsKey(own))
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

  private Optional<PublishedSource> contentOf(AssetsPath source) throws IOException {
    Optional<PublishedSource> content = known.get(source);
    if (content == null) {
      content =
          declared.tree().files().contains(source)
                  && FileReader.read(assets, source, maxBytes, Artifact.SOURCE)
                      instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, var _)
              ? Optional.of(new PublishedSource(snapshot.sizeBytes(), snapshot.digest().hex()))
              : Optional.empty();
      known.put(source, content);
    }
    return content;
  }
}
