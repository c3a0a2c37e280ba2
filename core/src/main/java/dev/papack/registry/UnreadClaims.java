package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ids whose digits are in declarations that could not be read, such as one with merge-conflict
 * markers. JSON has one spelling of an integer, so an id that is not there is not claimed there; of
 * one that does, nobody knows.
 */
public final class UnreadClaims {
  private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[1-9][0-9]{0,9}(?![0-9])");

  private final Map<AssetId, AssetsPath> files;

  private UnreadClaims(Map<AssetId, AssetsPath> files) {
    this.files = files;
  }

  /** The ids of a workspace, registered or declared, that unread declarations may claim. */
  public static UnreadClaims of(ReadableDirectory assets, DeclaredWorkspace workspace)
      throws IOException {
    Map<AssetId, AssetsPath> files = new HashMap<>();
    Set<AssetId> known = knownIds(workspace);
    for (AssetRoot root : new TreeSet<>(workspace.scan().brokenRoots())) {
      for (DeclarationPlace place : DeclarationPlace.allOf(root)) {
        if (workspace.tree().files().contains(place.file())) {
          for (AssetId id : idsIn(assets, place.file())) {
            if (known.contains(id)) {
              files.putIfAbsent(id, place.file());
            }
          }
        }
      }
    }
    return new UnreadClaims(files);
  }

  private static Set<AssetId> knownIds(DeclaredWorkspace workspace) {
    Set<AssetId> known =
        workspace.scan().declarations().values().stream()
            .flatMap(declaration -> declaration.declaration().id().stream())
            .collect(Collectors.toSet());
    known.addAll(workspace.registry().registry().assets().keySet());
    return known;
  }

  private static Set<AssetId> idsIn(ReadableDirectory assets, AssetsPath file) throws IOException {
    return switch (FileReader.read(assets, file, Limits.DECLARATION_BYTES, Artifact.ASSET)) {
      case Outcome.Refused<Snapshot> refused -> Set.of();
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes) -> {
        Matcher digits = DIGITS.matcher(StandardCharsets.ISO_8859_1.decode(snapshot.bytes()));
        yield digits
            .results()
            .map(MatchResult::group)
            .mapToLong(Long::parseLong)
            .filter(value -> value <= Integer.MAX_VALUE)
            .mapToObj(value -> new AssetId((int) value))
            .collect(Collectors.toSet());
      }
    };
  }

  /** The declaration, below {@code assets/}, that may claim an id. */
  public Optional<AssetsPath> find(AssetId id) {
    return Optional.ofNullable(files.get(id));
  }
}
