package dev.papack.authoring;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.DeclaredWorkspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folders of which each is to become one asset. */
record OneAssetFolders(
    DeclaredWorkspace workspace, ReadableDirectory assets, Additions additions, RootChoice roots) {
  /** The one source of a folder; empty, and the folder refused, if there is not exactly one. */
  Optional<AssetsPath> findSource(AssetsPath folder) throws IOException {
    List<AssetsPath> inside =
        workspace.tree().files().stream().filter(file -> file.startsWith(folder)).toList();
    if (roots.around(folder).isPresent()
        || inside.stream().anyMatch(file -> DeclarationPlace.of(file).isPresent())) {
      additions.refuse(
          Diagnostic.error(
                  DiagnosticCode.ROOT_NESTED,
                  Location.of(Artifact.SOURCE, folder),
                  "\"" + folder + "\" cannot be one asset: an asset cannot be inside another one")
              .advice("add the files in it one by one, or remove the other declarations first"));
      return Optional.empty();
    }
    List<AssetsPath> media = new ArrayList<>();
    for (AssetsPath file : inside) {
      if (roots.ownersOf(file).isEmpty() && MediaFile.isOne(assets, file)) {
        media.add(file);
      }
    }
    if (media.size() != 1) {
      additions.refuse(notOne(folder, media.size()));
      return Optional.empty();
    }
    return Optional.of(media.getFirst());
  }

  private static Diagnostic notOne(AssetsPath folder, int count) {
    return Diagnostic.error(
            DiagnosticCode.NOTHING_TO_ADD,
            Location.of(Artifact.SOURCE, folder),
            "\""
                + folder
                + "\" contains "
                + count
                + " pictures and sounds; a folder that is one asset must contain exactly one")
        .found(String.valueOf(count))
        .supported("1")
        .fix(Fix.request("declare each of them as an asset", Fix.RequestChange.FOLDERS));
  }
}
