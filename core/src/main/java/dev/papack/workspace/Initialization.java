package dev.papack.workspace;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.Uninterrupted;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.git.GitFile;
import dev.papack.git.LackingLines;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.Registry;
import dev.papack.result.Initialized;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a folder a workspace. Each file appears whole or not at all, and the registry comes last:
 * without it there is no workspace yet, and the command can be repeated.
 */
public final class Initialization {
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
    return createFolder(folder).then(workspace -> Uninterrupted.call(() -> fill(workspace)));
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
        createForGit(directory, GitFile.IGNORE);
        createForGit(directory, GitFile.ATTRIBUTES);
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
  private void createForGit(WritableDirectory directory, GitFile file) throws IOException {
    Set<String> there = LackingLines.linesOf(directory, file);
    createUnlessThere(directory, file.fileName(), file.text());
    String name = file.fileName().text();
    List<String> lacking = file.lacking(there);
    if (kept.contains(name) && !lacking.isEmpty()) {
      missing.add(new Initialized.Missing(name, lacking));
    }
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
