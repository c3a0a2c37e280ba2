package dev.papack.inspect;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.inspect.PublishedBuild.PublishedSource;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Obstacle;
import dev.papack.source.SourceDigest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the sources that the last build recorded are those on the disk. */
final class SourceComparison {
  private SourceComparison() {}

  /** Every recorded source that is missing, or is another file by now. */
  static List<Diagnostic> differences(WorkspaceFolders folders) throws IOException {
    List<Diagnostic> differences = new ArrayList<>();
    for (Map.Entry<String, PublishedSource> recorded :
        PublishedBuild.sources(folders.output()).entrySet()) {
      Optional<SourceDigest> now = find(folders.workspace(), recorded.getKey());
      if (now.isEmpty()) {
        differences.add(differs(recorded.getKey(), "is missing"));
      } else if (!recorded
          .getValue()
          .equals(new PublishedSource(now.get().sizeBytes(), now.get().digest().hex()))) {
        differences.add(differs(recorded.getKey(), "has changed"));
      }
    }
    return differences;
  }

  private static Optional<SourceDigest> find(ReadableDirectory workspace, String recorded)
      throws IOException {
    Optional<AssetsPath> file =
        RelativePath.faultOf(recorded).isEmpty()
            ? WorkspacePath.of(recorded).belowAssets()
            : Optional.empty();
    if (file.isEmpty()
        || workspace.find(AssetsPath.FOLDER).isEmpty()
        || Obstacle.find(workspace, AssetsPath.FOLDER, FileType.DIRECTORY).isPresent()) {
      return Optional.empty();
    }
    try (ReadableDirectory assets = workspace.openDirectory(AssetsPath.FOLDER)) {
      return FileReader.digest(assets, file.get(), Limits.SOURCE_BYTES)
              instanceof Outcome.Accepted<SourceDigest>(SourceDigest source, List<Diagnostic> _)
          ? Optional.of(source)
          : Optional.empty();
    }
  }

  private static Diagnostic differs(String path, String how) {
    return Diagnostic.error(
            DiagnosticCode.SOURCE_DIFFERS,
            Location.of(Artifact.SOURCE, path),
            "the source \"" + path + "\" " + how + " since the pack was built")
        .found(path)
        .fix(Fix.likely("build again", Fix.run(Verb.BUILD)));
  }
}
