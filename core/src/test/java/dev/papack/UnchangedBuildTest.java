package dev.papack;

import static dev.papack.RealWorkspace.EXPLAINED;
import static dev.papack.RealWorkspace.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Outcome;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.result.BuildRequest;
import dev.papack.result.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While no file changes, a build is told by the file system alone; any change is noticed. */
class UnchangedBuildTest {
  @TempDir private Path temporary = Path.of("");

  private RealWorkspace workspace = new RealWorkspace(Path.of(""), new SystemDisk());

  @BeforeEach
  void builtWorkspace() throws Exception {
    workspace =
        RealWorkspace.create(temporary.resolve("game"))
            .picture("hero", 0xFF102030)
            .picture("a/b/tree", 0xFF001188)
            .picture("raw/sketch", 0xFF445566)
            .sound("jump", 1, 2, 3, 4)
            .ignore("raw/*")
            .add()
            .age();
    workspace.build(USUAL);
    Assumptions.assumeTrue(workspace.cache().tree().isPresent(), "this file system is not trusted");
  }

  private List<String> filesOpenedBy(BuildRequest request) throws Exception {
    List<String> opened = Collections.synchronizedList(new ArrayList<>());
    workspace
        .behind(
            TestDisk.with(
                workspace.disk(),
                (_, operation) -> {
                  if (operation.startsWith("read ")) {
                    opened.add(operation.substring("read ".length()));
                  }
                }))
        .build(request);
    return opened.stream().distinct().sorted().toList();
  }

  @Test
  void unchangedWorkspaceIsBuiltWithTheCacheAlone() throws Exception {
    assertThat(filesOpenedBy(USUAL)).containsExactly(".papack/build_cache");
  }

  /** The count would see them: the control of the test above. */
  @Test
  void explanationsReadTheRegistry() throws Exception {
    assertThat(filesOpenedBy(EXPLAINED)).contains("assets/index.json");
  }

  @Test
  void resultIsThatOfABuildThatLooksAtEveryFile() throws Exception {
    Outcome<Built> quick = workspace.session().build(USUAL);
    Outcome<Built> thorough = workspace.session().build(EXPLAINED);
    assertThat(quick.diagnostics()).isEqualTo(thorough.diagnostics());
    assertThat(withoutExplanation(quick)).isEqualTo(withoutExplanation(thorough));
  }

  private static Outcome<Built> withoutExplanation(Outcome<Built> outcome) {
    return outcome.map(built ->
        new Built(
            built.packId(),
            built.pack(),
            built.assetCount(),
            built.packBytes(),
            built.state(),
            built.convertedCount(),
            built.cache(),
            List.of()));
  }

  /** What somebody may do between two builds. */
  enum Change {
    SOURCE_OF_THE_SAME_SIZE_AND_TIME {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        Path file = workspace.folder().resolve("assets/hero.png");
        FileTime time = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
      }
    },
    NEW_FILE {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        workspace.picture("a/new", 0xFF000001);
      }
    },
    NEW_EMPTY_FOLDER {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        Files.createDirectory(workspace.folder().resolve("assets/a/empty"));
      }
    },
    REMOVED_FILE {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        Files.delete(workspace.folder().resolve("assets/raw/sketch.png"));
      }
    },
    RENAMED_FOLDER {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        Path assets = workspace.folder().resolve("assets");
        Files.move(assets.resolve("a/b"), assets.resolve("a/c"));
      }
    },
    FILES_THAT_SWAPPED_NAMES {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        Path assets = workspace.folder().resolve("assets");
        Files.move(assets.resolve("hero.png"), assets.resolve("x.png"));
        Files.move(assets.resolve("a/b/tree.png"), assets.resolve("hero.png"));
        Files.move(assets.resolve("x.png"), assets.resolve("a/b/tree.png"));
      }
    },
    TOUCHED_REGISTRY {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        workspace.write(
            "assets/index.json",
            Files.readAllBytes(workspace.folder().resolve("assets/index.json")));
      }
    },
    BUDGETS {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        workspace.write("assets/budgets.json", new byte[] {'{', '}'});
      }
    },
    LINK {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        Path assets = workspace.folder().resolve("assets");
        Files.move(assets.resolve("hero.png"), assets.resolve(".hero.png"));
        Files.createSymbolicLink(assets.resolve("hero.png"), Path.of(".hero.png"));
      }
    },
    PUBLISHED_FILE {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        Path file = workspace.folder().resolve("build/preload.json");
        Files.write(file, Files.readAllBytes(file));
      }
    },
    MISSING_PUBLISHED_FILE {
      @Override
      void make(RealWorkspace workspace) throws IOException {
        Files.delete(workspace.folder().resolve("assets.pa"));
      }
    };

    abstract void make(RealWorkspace workspace) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeIsNoticed(Change change) throws Exception {
    change.make(workspace);
    List<String> read = Collections.synchronizedList(new ArrayList<>());
    Outcome<Built> built =
        workspace
            .behind(TestDisk.with(workspace.disk(), (_, operation) -> read.add(operation)))
            .session()
            .build(USUAL);
    assertThat(read).contains("read assets/index.json");
    assertThat(built.diagnostics())
        .isEqualTo(workspace.session().check(USUAL.drift()).diagnostics());
  }

  @Test
  void hiddenFileIsNoChange() throws Exception {
    workspace.write("assets/.hidden", new byte[] {1});
    assertThat(filesOpenedBy(USUAL)).containsExactly(".papack/build_cache");
  }

  @Test
  void workspaceWhoseFilesAreTooYoungIsReadAgainOnce() throws Exception {
    workspace.picture("hero", 0xFF777777);
    workspace.build(USUAL);
    workspace.age();
    workspace.build(USUAL);
    workspace.age();
    assertThat(filesOpenedBy(USUAL)).containsExactly(".papack/build_cache");
  }

  @Test
  void folderThatLiesTooDeepToHoldAllFoldersAboveItIsWatchedToo() throws Exception {
    String deep = "d/".repeat(40);
    workspace.picture(deep + "leaf", 0xFF123456).add().age();
    workspace.build(USUAL);
    assertThat(filesOpenedBy(USUAL)).containsExactly(".papack/build_cache");
    workspace.picture(deep + "leaf", 0xFF654321);
    assertThat(filesOpenedBy(USUAL)).contains("assets/" + deep + "leaf.png");
  }
}
