package dev.papack.authoring;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.BankType;
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
  /** As many as a declaration of the current version may name. */
  private static final int MAX_SHEETS = 256;

  /** Files become one asset: pictures, in the order of their tiles, or one sound. */
  record Sources(BankType bank, List<AssetsPath> files) {
    /** Copies the list. */
    Sources {
      files = List.copyOf(files);
    }
  }

  /** The sources of a folder; empty, and the folder refused, if they cannot be one asset. */
  Optional<Sources> findSources(AssetsPath folder) throws IOException {
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
    List<AssetsPath> pictures = new ArrayList<>();
    List<AssetsPath> sounds = new ArrayList<>();
    for (AssetsPath file : inside) {
      if (roots.ownersOf(file).isEmpty()) {
        MediaFile.typeOf(assets, file)
            .ifPresent(type ->
                (switch (type) {
                      case TILES -> pictures;
                      case SOUNDS -> sounds;
                    })
                    .add(file));
      }
    }
    if (sounds.isEmpty() && !pictures.isEmpty() && pictures.size() <= MAX_SHEETS) {
      pictures.sort(NumberedNames.ORDER);
      return Optional.of(new Sources(BankType.TILES, pictures));
    }
    if (sounds.size() == 1 && pictures.isEmpty()) {
      return Optional.of(new Sources(BankType.SOUNDS, sounds));
    }
    additions.refuse(notOne(folder, pictures.size(), sounds.size()));
    return Optional.empty();
  }

  private static Diagnostic notOne(AssetsPath folder, int pictures, int sounds) {
    String count =
        counted(pictures, "picture") + (sounds == 0 ? "" : " and " + counted(sounds, "sound"));
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.NOTHING_TO_ADD,
                Location.of(Artifact.SOURCE, folder),
                "\""
                    + folder
                    + "\" contains "
                    + count
                    + "; one asset has 1 to "
                    + MAX_SHEETS
                    + " pictures, or 1 sound")
            .found(count)
            .supported("1 to " + MAX_SHEETS + " pictures, or 1 sound");
    return pictures + sounds == 0
        ? fault.advice("put its pictures into the folder, or name another one")
        : fault.fix(
            Fix.request(
                "declare each of them as an asset, without asking for one",
                Fix.RequestChange.FOLDERS));
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
