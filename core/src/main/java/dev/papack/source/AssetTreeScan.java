package dev.papack.source;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FileStatus;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Fills an {@link AssetTree}, folder by folder. */
final class AssetTreeScan {
  private final SortedSet<RelativePath> files = new TreeSet<>();
  private final SortedSet<RelativePath> folders = new TreeSet<>();
  private final SortedSet<RelativePath> refused = new TreeSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  AssetTree scan(ReadableDirectory assets) throws IOException {
    scan(assets, Optional.empty());
    diagnostics.sort(null);
    return new AssetTree(files, folders, refused, diagnostics);
  }

  private void scan(ReadableDirectory folder, Optional<RelativePath> path) throws IOException {
    Map<String, String> spellings = new HashMap<>();
    for (String name : folder.list().stream().sorted().toList()) {
      if (name.startsWith(".")) {
        continue;
      }
      Location place = Location.of(Artifact.WORKSPACE, folder.displayPath() + "/" + name);
      Optional<String> fault =
          FileName.faultOf(name)
              .or(() -> RelativePath.faultOf(path.map(outer -> outer + "/" + name).orElse(name)));
      if (fault.isPresent()) {
        diagnostics.add(
            Diagnostic.error(
                    DiagnosticCode.PATH_FORM, place, "the name \"" + name + "\" " + fault.get())
                .found(name)
                .help("rename it"));
        continue;
      }
      String other = spellings.putIfAbsent(Spelling.folded(name), name);
      if (other != null) {
        refused.add(below(path, new FileName(name)));
        diagnostics.add(
            Diagnostic.error(
                    DiagnosticCode.PATH_COLLISION,
                    place,
                    "\"" + name + "\" and \"" + other + "\" are one name on other platforms")
                .found(name)
                .related(
                    Location.of(Artifact.WORKSPACE, folder.displayPath() + "/" + other),
                    "the other spelling")
                .help("rename one of the two"));
        continue;
      }
      visit(folder, new FileName(name), path, place);
    }
  }

  private void visit(
      ReadableDirectory folder, FileName name, Optional<RelativePath> path, Location place)
      throws IOException {
    Optional<FileStatus> status = folder.find(name);
    if (status.isEmpty()) {
      return;
    }
    RelativePath below = below(path, name);
    switch (status.get().type()) {
      case FILE -> files.add(below);
      case DIRECTORY -> {
        folders.add(below);
        try (ReadableDirectory inner = folder.openDirectory(name)) {
          scan(inner, Optional.of(below));
        }
      }
      case LINK, SPECIAL -> {
        refused.add(below);
        diagnostics.add(FileReader.wrongType(place, status.get().type()));
      }
    }
  }

  private static RelativePath below(Optional<RelativePath> folder, FileName name) {
    return folder.map(outer -> outer.resolve(name)).orElseGet(() -> RelativePath.of(name));
  }
}
