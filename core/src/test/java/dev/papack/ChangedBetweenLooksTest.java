package dev.papack;

import static dev.papack.RealWorkspace.USUAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Outcome;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.result.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A build looks at all files, then reads the documents, then lists the files. What changes in
 * between and changes back later is noticed by the next build.
 */
class ChangedBetweenLooksTest {
  @TempDir private Path temporary = Path.of("");

  private RealWorkspace workspace = new RealWorkspace(Path.of(""), new SystemDisk());

  @BeforeEach
  void builtWorkspace() throws Exception {
    workspace =
        RealWorkspace.create(temporary.resolve("game"))
            .picture("hero", 0xFF102030)
            .picture("a/b/tree", 0xFF001188)
            .picture("raw/sketch", 0xFF445566)
            .ignore("raw/*")
            .add();
    Path other = workspace.folder().resolve("other");
    Files.createDirectories(other);
    Files.copy(asset("a/b/tree.asset.json"), other.resolve("tree.asset.json"));
    workspace.picture("hero", 0xFF887766);
    Files.copy(asset("hero.png"), other.resolve("tree.png"));
    workspace.age();
    workspace.build(USUAL);
    Assumptions.assumeTrue(workspace.cache().tree().isPresent(), "this file system is not trusted");
  }

  private Path asset(String path) {
    return workspace.folder().resolve("assets").resolve(path);
  }

  /** What is so when a build looks, is otherwise when it reads, and is so again afterwards. */
  enum Passing {
    FOLDER_IS_BACK {
      @Override
      void begin(Path game) throws IOException {
        Files.move(game.resolve("assets/a/b"), game.resolve("away"));
      }

      @Override
      void change(Path game) throws IOException {
        Files.move(game.resolve("away"), game.resolve("assets/a/b"));
      }
    },
    FILE_IS_BACK {
      @Override
      void begin(Path game) throws IOException {
        Files.move(game.resolve("assets/hero.png"), game.resolve("away.png"));
      }

      @Override
      void change(Path game) throws IOException {
        Files.move(game.resolve("away.png"), game.resolve("assets/hero.png"));
      }
    },
    FOLDER_IS_ANOTHER {
      @Override
      void begin(Path game) throws IOException {
        Files.delete(game.resolve("assets/raw/sketch.png"));
      }

      @Override
      void change(Path game) throws IOException {
        Files.move(game.resolve("assets/a/b"), game.resolve("away"));
        Files.move(game.resolve("other"), game.resolve("assets/a/b"));
      }

      @Override
      void changeBack(Path game) throws IOException {
        Files.move(game.resolve("assets/a/b"), game.resolve("other"));
        Files.move(game.resolve("away"), game.resolve("assets/a/b"));
      }
    };

    abstract void begin(Path game) throws IOException;

    abstract void change(Path game) throws IOException;

    void changeBack(Path game) throws IOException {
      begin(game);
    }
  }

  /** Changes it just before the registry is read, once. */
  private Session changedWithin(Passing passing) throws Exception {
    AtomicBoolean isChanged = new AtomicBoolean();
    return workspace
        .behind(
            TestDisk.with(
                workspace.disk(),
                (_, operation) -> {
                  if (operation.equals("read assets/index.json") && !isChanged.getAndSet(true)) {
                    passing.change(workspace.folder());
                  }
                }))
        .session();
  }

  private void isNoticed(Passing passing, Session during, Session after) throws Exception {
    passing.begin(workspace.folder());
    workspace.age();
    during.build(USUAL);
    passing.changeBack(workspace.folder());
    Outcome<Built> built = after.build(USUAL);
    Files.deleteIfExists(workspace.folder().resolve(".papack/build_cache"));
    assertThat(built.diagnostics())
        .isEqualTo(workspace.session().check(USUAL.drift()).diagnostics());
    if (built instanceof Outcome.Accepted<Built>) {
      assertThat(workspace.published()).isEqualTo(workspace.truth(temporary.resolve("truth")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void buildAfterwardsNoticesIt(Passing passing) throws Exception {
    isNoticed(passing, changedWithin(passing), workspace.session());
  }

  @ParameterizedTest
  @EnumSource
  void sessionThatRemembersNoticesIt(Passing passing) throws Exception {
    Session session = changedWithin(passing).remembering();
    isNoticed(passing, session, session);
  }

  /** The ignored file is seen by both walks: the control of the tests above. */
  @Test
  void treeThatStaysIsRemembered() throws Exception {
    workspace.picture("hero", 0xFF998877).age();
    workspace.build(USUAL);
    assertThat(workspace.cache().tree()).isPresent();
  }
}
