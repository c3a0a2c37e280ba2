package dev.papack;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.json.StableForm;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.Registry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a folder a workspace. The registry comes last: without it there is no workspace yet. */
final class Initialization {
  /** Tells git what a build derives. */
  private static final String GITIGNORE =
      """
      # Derived by papack build; control data of papack.
      /assets.pa
      /build/asset_table.json
      /build/preload.json
      /build/asset_table_metadata.json
      /.papack/
      """;

  /** Keeps git from changing line endings of documents, and from touching art. */
  private static final String GITATTRIBUTES =
      """
      # papack writes documents with LF everywhere; art and sound are not text.
      *.json text eol=lf
      *.png binary
      *.wav binary
      *.pa binary
      """;

  private final Disk disk;
  private final List<String> created = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();

  Initialization(Disk disk) {
    this.disk = disk;
  }

  Outcome<Initialized> init(Path folder) throws IOException {
    Path workspace = disk.createDirectories(folder);
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      if (directory.find(Session.ASSETS).isEmpty()) {
        directory.createDirectory(Session.ASSETS);
      }
      try (WritableDirectory assets = directory.openDirectory(Session.ASSETS)) {
        if (assets.find(Session.INDEX).isPresent()) {
          return Outcome.refused(
              Diagnostic.error(
                      DiagnosticCode.WORKSPACE_EXISTS,
                      Location.of(Artifact.WORKSPACE, workspace.toString()),
                      "\"" + workspace + "\" is a workspace already")
                  .help("papack add declares assets in it"));
        }
        createUnlessThere(directory, ".gitignore", GITIGNORE);
        createUnlessThere(directory, ".gitattributes", GITATTRIBUTES);
        createUnlessThere(
            assets, Session.INDEX.text(), StableForm.write(IndexDocument.tree(Registry.empty())));
        assets.flush();
      }
      directory.flush();
    }
    return Outcome.of(new Initialized(workspace, created, kept));
  }

  private void createUnlessThere(WritableDirectory directory, String name, String text)
      throws IOException {
    FileName file = new FileName(name);
    String path = directory.displayPath().isEmpty() ? name : directory.displayPath() + "/" + name;
    if (directory.find(file).isPresent()) {
      kept.add(path);
      return;
    }
    try (WritableFile written = directory.createFile(file)) {
      written.append(StandardCharsets.UTF_8.encode(text));
      written.flush();
    }
    created.add(path);
  }
}
