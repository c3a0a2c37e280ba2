package dev.papack.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.papack.diagnostic.DocumentText;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.WorkspacePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A golden case in a workspace whose path no shell takes as it is, to be prepared anew for each
 * thing that is tried on it.
 *
 * @param golden the case
 * @param outside the folder above the workspace
 * @param names what its files are called
 */
record FixedCase(GoldenCase golden, Path outside, Names names) {
  /** A name that the disk takes and a shell would take apart. */
  static final String WORKSPACE = "it's \"our\" $HOME; *new* `ü`";

  /** The same without what papack takes for no file name. */
  private static final String FOLDER = "it's our $HOME & `ü` \u6c34";

  /** What the files of a case are called. */
  enum Names {
    /** As the case has them. */
    PLAIN,
    /** All assets lie in a folder whose name no shell takes as it is. */
    ODD
  }

  Path workspace() {
    return outside.resolve(WORKSPACE);
  }

  /** Prepares the workspace anew. */
  GoldenSetup prepare() throws Exception {
    if (Files.exists(workspace())) {
      try (Stream<Path> old = Files.walk(workspace())) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    GoldenSetup setup = golden.prepare(workspace());
    if (names == Names.ODD) {
      moveAssets();
    }
    return setup;
  }

  private void moveAssets() throws IOException {
    Path assets = workspace().resolve("assets");
    if (!Files.isDirectory(assets)) {
      return;
    }
    Path folder = Files.createDirectory(assets.resolve(FOLDER));
    try (Stream<Path> entries = Files.list(assets)) {
      for (Path entry : entries.toList()) {
        if (!entry.equals(folder) && !entry.endsWith("index.json")) {
          Files.move(entry, folder.resolve(entry.getFileName()));
        }
      }
    }
    for (Path registry : List.of(assets.resolve("index.json"), workspace().resolve("old.json"))) {
      if (Files.isRegularFile(registry) && Files.size(registry) < 1 << 20) {
        byte[] bytes = Files.readAllBytes(registry);
        String text = new String(bytes, ISO_8859_1);
        String folderBytes = new String(FOLDER.getBytes(UTF_8), ISO_8859_1);
        Files.write(
            registry,
            text.replace("\"root\": \"", "\"root\": \"" + folderBytes + "/").getBytes(ISO_8859_1));
      }
    }
  }

  /** The words of the case's command, where they name no file that has moved. */
  Optional<List<String>> command() throws IOException {
    List<String> words = golden.command();
    return names == Names.ODD && words.stream().anyMatch(word -> word.startsWith("assets/"))
        ? Optional.empty()
        : Optional.of(words);
  }

  /** The objects that {@code fixes} of a run holds. */
  static List<Map<?, ?>> fixes(Map<String, Object> diagnostic) {
    List<Map<?, ?>> fixes = new ArrayList<>();
    if (diagnostic.get("fixes") instanceof List<?> all
        && "diagnostic".equals(diagnostic.get("artifact"))) {
      all.forEach(one -> fixes.add((Map<?, ?>) one));
    }
    return fixes;
  }

  /** Carries an edit out on the file that it names. */
  void edit(List<Map<?, ?>> edits) throws IOException {
    Path file = workspace().resolve(String.valueOf(edits.getFirst().get("path")));
    DocumentText text =
        DocumentText.of(ByteBuffer.wrap(Files.readAllBytes(file)), Optional.empty());
    Files.writeString(file, text.lines().edited(edits.stream().map(FixedCase::action).toList()));
  }

  private static Fix.EditDocument action(Map<?, ?> edit) {
    return new Fix.EditDocument(
        WorkspacePath.of(String.valueOf(edit.get("path"))),
        new TextRange(
            number(edit, "line"),
            number(edit, "column"),
            number(edit, "end_line"),
            number(edit, "end_column")),
        String.valueOf(edit.get("replacement")));
  }

  private static int number(Map<?, ?> edit, String name) {
    return ((Number) Objects.requireNonNull(edit.get(name))).intValue();
  }

  /**
   * Runs a line that papack printed, with a real shell to take it apart.
   *
   * @param folder where the user stands
   */
  static Run runAsPrinted(String line, Path folder) throws Exception {
    return Run.papack(folder, words(line, folder).toArray(String[]::new));
  }

  static List<String> words(String line, Path folder) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "papack() { printf '%s\\0' \"$@\"; }\n" + line)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(shell.getInputStream().readAllBytes(), UTF_8);
    if (shell.waitFor() != 0) {
      throw new AssertionError("no shell runs: " + line);
    }
    return List.of(out.substring(0, Math.max(0, out.length() - 1)).split("\0", -1));
  }
}
