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

/**
 * What lies under {@code assets/}: the files with a good name. Names that begin with a dot are
 * passed over; links, special files, and names that another platform could not tell apart are
 * faults.
 *
 * @param files paths below {@code assets/}
 * @param folders paths below {@code assets/}
 * @param refused paths below {@code assets/} whose name is good and which were not looked into:
 *     links, special files, the second of two spellings of a name
 * @param diagnostics in order
 */
public record AssetTree(
    SortedSet<RelativePath> files,
    SortedSet<RelativePath> folders,
    SortedSet<RelativePath> refused,
    List<Diagnostic> diagnostics) {
  /** Lists {@code assets/} and everything in it; opens no file. */
  public static AssetTree scan(ReadableDirectory assets) throws IOException {
    AssetTree tree =
        new AssetTree(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    tree.scan(assets, Optional.empty());
    tree.diagnostics.sort(null);
    return tree;
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

  /** Whether a path, or a folder it lies in, was not looked into: nothing is known of it. */
  public boolean isRefused(RelativePath path) {
    for (Optional<RelativePath> part = Optional.of(path);
        part.isPresent();
        part = part.get().parent()) {
      if (refused.contains(part.get())) {
        return true;
      }
    }
    return false;
  }
}
