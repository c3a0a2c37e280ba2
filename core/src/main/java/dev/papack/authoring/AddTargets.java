package dev.papack.authoring;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.result.AddRequest;
import dev.papack.source.AssetTree;
import dev.papack.workspace.NamedPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a request asks to add, found below {@code assets/}.
 *
 * @param files files that were named
 * @param folders folders that were named
 * @param isEverything whether {@code assets/} itself was named
 */
public record AddTargets(
    SortedSet<AssetsPath> files, SortedSet<AssetsPath> folders, boolean isEverything) {
  /** Copies the sets. */
  public AddTargets {
    files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
    folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
  }

  public static Outcome<AddTargets> of(
      Disk disk, Path workspace, AssetTree tree, AddRequest request) throws IOException {
    return NamedPaths.of(disk, workspace, tree, request.paths())
        .flatMap(named -> select(named, request));
  }

  private static Outcome<AddTargets> select(NamedPaths named, AddRequest request) {
    return isMany(named, request) && (request.name().isPresent() || request.slot().isPresent())
        ? Outcome.refused(
            Diagnostic.error(
                    DiagnosticCode.SETTING_NOT_APPLICABLE,
                    Location.of(Artifact.REQUEST, ""),
                    "a name or a slot needs exactly one file")
                .advice("choose one file")
                .fix(Fix.request("or one folder that is one asset", Fix.RequestChange.FOLDERS)))
        : Outcome.of(new AddTargets(named.files(), named.folders(), named.isEverything()));
  }

  private static boolean isMany(NamedPaths named, AddRequest request) {
    return named.isEverything()
        || named.files().size() + named.folders().size() > 1
        || switch (request.folders()) {
          case OF_ASSETS -> !named.folders().isEmpty();
          case AS_ONE_ASSET -> false;
        };
  }
}
