package dev.papack.workspace;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.Registry;
import dev.papack.result.Initialized;
import dev.papack.source.FileReader;
import dev.papack.source.Obstacle;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a folder a workspace. Each file appears whole or not at all, and the registry comes last:
 * without it there is no workspace yet, and the command can be repeated.
 */
public final class Initialization {
  /** Tells git what a build derives. */
  private static final String GITIGNORE =
      """
      # What papack derives, and its control data.
      /assets.pa
      /build/asset_table.json
      /build/preload.json
      /build/asset_table_metadata.json
      /.papack/
      """;

  /**
   * Keeps git from changing line endings of documents, and from touching art. Where both sides
   * changed a declaration git stops, since it takes similar declarations for versions of one; the
   * registry names the driver that merges it, and is merged by lines where none is configured.
   */
  private static final String GITATTRIBUTES =
      """
      # papack writes documents with LF everywhere; art and sound are not text.
      *.json text eol=lf
      *.png binary
      *.wav binary
      *.pa binary
      # git takes declarations that look alike for one, so it stops instead of merging them.
      asset.json merge=binary
      *.asset.json merge=binary
      """
          + WorkspacePath.INDEX
          + " merge=papack\n";

  /** More than any such file has. */
  private static final int MAX_GIT_FILE_BYTES = 1 << 20;

  /** What a file is called until it is whole; a crash may leave one. */
  private static final FileName UNFINISHED = new FileName(".papack-init");

  private final Disk disk;
  private final List<String> created = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<Initialized.Missing> missing = new ArrayList<>();

  public Initialization(Disk disk) {
    this.disk = disk;
  }

  public Outcome<Initialized> init(Path folder) throws IOException {
    return createFolder(folder).then(this::fill);
  }

  public Outcome<Path> createFolder(Path folder) throws IOException {
    try {
      return Outcome.of(disk.createDirectories(folder));
    } catch (DiskException e) {
      if (e.trouble() == DiskException.Trouble.EXISTS) {
        return Outcome.refused(noFolder(folder));
      }
      throw e;
    }
  }

  private Outcome<Initialized> fill(Path workspace) throws IOException {
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      Optional<Diagnostic> obstacle =
          Obstacle.find(directory, AssetsPath.FOLDER, FileType.DIRECTORY);
      if (obstacle.isPresent()) {
        return Outcome.refused(obstacle.get());
      }
      if (directory.find(AssetsPath.FOLDER).isEmpty()) {
        directory.createDirectory(AssetsPath.FOLDER);
      }
      try (WritableDirectory assets = directory.openDirectory(AssetsPath.FOLDER)) {
        FileName index = AssetsPath.INDEX.name();
        if (assets.find(index).isPresent()) {
          return Outcome.refused(exists(workspace));
        }
        createForGit(directory, new FileName(".gitignore"), GITIGNORE);
        createForGit(directory, new FileName(".gitattributes"), GITATTRIBUTES);
        createUnlessThere(assets, index, IndexDocument.textOf(Registry.empty()));
      }
    }
    return Outcome.of(new Initialized(workspace, created, kept, missing));
  }

  private static Diagnostic noFolder(Path folder) {
    return Diagnostic.error(
            DiagnosticCode.FILE_EXISTS,
            Location.of(Artifact.REQUEST, folder.toString()),
            "\"" + folder + "\" is a file, but a workspace is a folder")
        .advice("choose another folder");
  }

  private static Diagnostic exists(Path workspace) {
    return Diagnostic.error(
            DiagnosticCode.WORKSPACE_EXISTS,
            Location.of(Artifact.WORKSPACE, workspace.toString()),
            "\"" + workspace + "\" is already a workspace")
        .advice("add assets to it");
  }

  /** A file of git's that is there is its author's; what it lacks is only said. */
  private void createForGit(WritableDirectory directory, FileName name, String text)
      throws IOException {
    Set<String> there = linesOf(directory, name);
    createUnlessThere(directory, name, text);
    List<String> lacking =
        text.lines().filter(line -> !line.startsWith("#") && !there.contains(line)).toList();
    if (kept.contains(name.text()) && !lacking.isEmpty()) {
      missing.add(new Initialized.Missing(name.text(), lacking));
    }
  }

  /** None of a file that is missing or cannot be read. */
  private static Set<String> linesOf(WritableDirectory directory, FileName name)
      throws IOException {
    boolean isFile =
        directory.find(name).filter(status -> status.type() == FileType.FILE).isPresent();
    if (!isFile) {
      return Set.of();
    }
    return switch (FileReader.read(
        directory, RelativePath.of(name), MAX_GIT_FILE_BYTES, Artifact.WORKSPACE)) {
      case Outcome.Refused<Snapshot> _ -> Set.of();
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> _) ->
          StandardCharsets.UTF_8
              .decode(snapshot.bytes())
              .toString()
              .lines()
              .map(String::strip)
              .collect(Collectors.toSet());
    };
  }

  private void createUnlessThere(WritableDirectory directory, FileName name, String text)
      throws IOException {
    String path =
        directory.displayPath().isEmpty() ? name.text() : directory.displayPath() + "/" + name;
    if (directory.find(name).isPresent()) {
      kept.add(path);
      return;
    }
    if (directory.find(UNFINISHED).isPresent()) {
      directory.deleteFile(UNFINISHED);
    }
    try (WritableFile written = directory.createFile(UNFINISHED)) {
      written.append(StandardCharsets.UTF_8.encode(text));
      written.flush();
    }
    directory.rename(UNFINISHED, directory, name);
    directory.flush();
    created.add(path);
  }
}
