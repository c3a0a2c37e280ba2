package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.convert.Capacity;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.disk.MemoryDisk;
import dev.papack.media.formats.MediaFormats;
import dev.papack.result.Initialized;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code init} creates, and what it keeps. */
class InitializationTest {
  private static final Path GAME = Path.of("/game");

  @TempDir Path temporary;

  private final MemoryDisk disk = new MemoryDisk();
  private final Packer packer =
      new Packer(disk, new Random(0), Capacity.ofProcess().withThreads(1));

  @Test
  void existingProjectKeepsItsFiles() throws Exception {
    disk.write("game/.gitignore", "mine").write("game/assets/hero.png", "art");
    Initialized initialized = accepted(packer.init(GAME));
    assertThat(initialized.created()).containsExactly(".gitattributes", "assets/index.json");
    assertThat(initialized.kept()).containsExactly(".gitignore");
    assertThat(disk.text("game/.gitignore")).isEqualTo("mine");
    assertThat(disk.text("game/assets/hero.png")).isEqualTo("art");
    assertThat(accepted(accepted(packer.open(GAME)).list()).faults()).isEmpty();
  }

  @Test
  void linesThatFilesOfGitLackAreNamed() throws Exception {
    disk.write(
            "game/.gitattributes",
            """
            *.json text eol=lf
            *.png binary\s
            *.gif binary
            *.ase binary
            *.aseprite binary
            *.wav binary
            *.flac binary
            *.ogg binary
            *.oga binary
            *.pa binary
            *.asset.json merge=binary
            """)
        .write("game/.gitignore", new byte[] {-1, '\n'});
    assertThat(accepted(packer.init(GAME)).missing())
        .containsExactly(
            new Initialized.Missing(
                ".gitignore",
                List.of(
                    "/assets.pa",
                    "/build/asset_table.json",
                    "/build/preload.json",
                    "/build/asset_table_metadata.json",
                    "/.papack/")),
            new Initialized.Missing(
                ".gitattributes",
                List.of("asset.json merge=binary", "assets/index.json merge=papack")));
  }

  @Test
  void gitTouchesNoFormatThatPapackDecodes() throws Exception {
    accepted(packer.init(GAME));
    List<String> lines = disk.text("game/.gitattributes").lines().toList();
    Stream.concat(
            MediaFormats.SUPPORTED.pictures().stream(), MediaFormats.SUPPORTED.sounds().stream())
        .flatMap(format -> format.traits().endings().stream())
        .forEach(ending -> assertThat(lines).contains("*." + ending + " binary"));
  }

  @Test
  void nothingIsMissingInNewFilesOfGit() throws Exception {
    assertThat(accepted(packer.init(GAME)).missing()).isEmpty();
  }

  @Test
  void workspaceIsNotMadeAgain() throws Exception {
    accepted(packer.init(GAME));
    var before = disk.files("game");
    assertThat(codes(packer.init(GAME))).containsExactly(DiagnosticCode.WORKSPACE_EXISTS);
    assertThat(disk.files("game")).isEqualTo(before);
  }

  @Test
  void halfWrittenFileOfACrashIsReplaced() throws Exception {
    disk.write("game/.papack-init", "# Deri").write("game/assets/.papack-init", "{");
    accepted(packer.init(GAME));
    assertThat(disk.files("game"))
        .containsOnlyKeys("game/.gitignore", "game/.gitattributes", "game/assets/index.json");
  }

  @Test
  void fileInPlaceOfTheFolderIsRefused() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThat(codes(Packer.create().init(file))).containsExactly(DiagnosticCode.FILE_EXISTS);
  }
}
