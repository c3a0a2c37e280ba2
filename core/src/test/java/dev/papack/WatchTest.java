package dev.papack;

import static dev.papack.ChangingWorkspace.changed;
import static dev.papack.ChangingWorkspace.patient;
import static dev.papack.ChangingWorkspace.texts;
import static dev.papack.ChangingWorkspace.told;
import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.campaign.Campaign;
import dev.papack.disk.SystemDisk;
import dev.papack.media.png.PngFile;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of files that other programs change, on the real disk. */
@Tag("slow")
class WatchTest {
  private static final Duration QUIET = Duration.ofMillis(200);

  @TempDir private Path temporary = Path.of("");

  private ChangingWorkspace workspace;

  @BeforeEach
  void createWorkspace() throws Exception {
    workspace = ChangingWorkspace.create(temporary.resolve("game"), new SystemDisk());
    workspace.write("old/hero.txt", "hero");
  }

  @Test
  void writtenFileIsTold() throws Exception {
    try (Watch watch = workspace.watch()) {
      workspace.write("old/hero.txt", "other");
      assertThat(texts(changed(watch))).containsExactly("old/hero.txt");
      assertThat(watch.staysQuiet(QUIET, patient())).isTrue();
    }
  }

  @Test
  void fileThatIsRenamedOntoAnotherIsTold() throws Exception {
    try (Watch watch = workspace.watch()) {
      workspace.write(".hero.tmp", "other");
      Files.move(
          workspace.path(".hero.tmp"),
          workspace.path("old/hero.txt"),
          StandardCopyOption.ATOMIC_MOVE);
      assertThat(texts(changed(watch))).containsExactly("old/hero.txt");
    }
  }

  @Test
  void fileThatIsDeletedAndWrittenIsTold() throws Exception {
    try (Watch watch = workspace.watch()) {
      Files.delete(workspace.path("old/hero.txt"));
      workspace.write("old/hero.txt", "hero");
      assertThat(texts(changed(watch))).containsExactly("old/hero.txt");
    }
  }

  @Test
  void foldersThatComeFilledAreToldWithAllInThem() throws Exception {
    Path elsewhere = temporary.resolve("elsewhere");
    Files.createDirectories(elsewhere.resolve("a/b"));
    Files.writeString(elsewhere.resolve("a/b/c.txt"), "c");
    try (Watch watch = workspace.watch()) {
      Files.move(elsewhere, workspace.path("new"));
      assertThat(told(watch, QUIET)).containsExactly("new", "new/a", "new/a/b", "new/a/b/c.txt");
      workspace.write("new/a/b/d.txt", "d");
      assertThat(texts(changed(watch))).containsExactly("new/a/b/d.txt");
    }
  }

  @Test
  void renamedFolderIsToldUnderItsNewName() throws Exception {
    workspace.write("old/deep/er/hero.txt", "hero");
    try (Watch watch = workspace.watch()) {
      Files.move(workspace.path("old"), workspace.path("young"));
      assertThat(told(watch, QUIET)).contains("old", "young", "young/deep/er/hero.txt");
      workspace.write("young/deep/er/hero.txt", "other");
      assertThat(texts(changed(watch))).containsExactly("young/deep/er/hero.txt");
    }
  }

  @Test
  void folderThatIsMovedAwayIsToldNoMore() throws Exception {
    workspace.write("old/deep/hero.txt", "hero");
    try (Watch watch = workspace.watch()) {
      Path elsewhere = temporary.resolve("elsewhere");
      Files.move(workspace.path("old"), elsewhere);
      assertThat(told(watch, QUIET)).containsExactly("old");
      Files.writeString(elsewhere.resolve("deep/hero.txt"), "other");
      assertThat(watch.staysQuiet(QUIET, patient())).isTrue();
    }
  }

  @Test
  void assetsThatAreReplacedAreTold() throws Exception {
    try (Watch watch = workspace.watch()) {
      Files.move(workspace.path(""), temporary.resolve("elsewhere"));
      assertThat(changed(watch).count()).isEqualTo(1);
      workspace.write("a/b.txt", "b");
      assertThat(told(watch, QUIET)).contains("a", "a/b.txt");
      workspace.write("a/b.txt", "c");
      assertThat(texts(changed(watch))).containsExactly("a/b.txt");
    }
  }

  @Test
  void badNamesAreCounted() throws Exception {
    try (Watch watch = workspace.watch()) {
      workspace.write("old/what?.txt", "w");
      assertThat(changed(watch))
          .extracting(WatchEvent.Changed::count, one -> one.paths().size())
          .containsExactly(1, 0);
    }
  }

  @Test
  void whatPapackAndEditorsKeepForThemselvesIsNotTold() throws Exception {
    Files.write(workspace.path("hero.png"), PngFile.filled(8, 8, 0xFF102030));
    Session session = workspace.session();
    accepted(session.add(AddRequest.of(List.of(workspace.path(""))), Effect.WRITE));
    try (Watch watch = session.watch(ChangingWorkspace.SETTLE)) {
      workspace.write(".git/index", "x");
      workspace.write("old/.hero.txt.swp", "x");
      Files.writeString(temporary.resolve("game/notes.txt"), "x");
      accepted(session.build(Drift.TOLERATED));
      assertThat(watch.staysQuiet(QUIET, patient())).isTrue();
    }
  }

  @Test
  void changesThatFollowEachOtherAreOneEvent() throws Exception {
    Duration settle = Duration.ofSeconds(2);
    try (Watch watch = workspace.session().watch(settle)) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 10; i++) {
                  try {
                    workspace.write("old/" + i + ".txt", "x");
                    Thread.sleep(50);
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }
              });
      assertThat(texts(changed(watch))).hasSize(10);
      writer.join();
      assertThat(watch.staysQuiet(QUIET, patient())).isTrue();
    }
  }

  @Test
  void moreThanTheSystemKeepsIsToldOfTheFolder() throws Exception {
    int count = Campaign.amount(2_000, 20_000);
    try (Watch watch = workspace.watch()) {
      for (int i = 0; i < count; i++) {
        Files.createFile(workspace.path("old/" + i + ".txt"));
      }
      workspace.write("old/deep/er/hero.txt", "hero");
      assertThat(told(watch, QUIET)).contains("old");
      workspace.write("old/deep/er/hero.txt", "other");
      assertThat(texts(changed(watch))).containsExactly("old/deep/er/hero.txt");
    }
  }

  @Test
  void workspaceThatIsMovedAwayIsAnError() throws Exception {
    try (Watch watch = workspace.watch()) {
      Files.move(temporary.resolve("game"), temporary.resolve("moved"));
      assertThatThrownBy(() -> changed(watch)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void workspaceInWhosePlaceAnotherIsPutIsToldFromThenOn() throws Exception {
    try (Watch watch = workspace.watch()) {
      Files.move(temporary.resolve("game"), temporary.resolve("moved"));
      workspace.write("old/hero.txt", "hero");
      assertThat(texts(changed(watch))).isEmpty();
      workspace.write("old/hero.txt", "other");
      assertThat(texts(changed(watch))).containsExactly("old/hero.txt");
      Files.writeString(temporary.resolve("moved/assets/old/hero.txt"), "third");
      assertThat(watch.staysQuiet(QUIET, patient())).isTrue();
    }
  }

  @Test
  void workspaceThatIsGoneIsAnError() throws Exception {
    try (Watch watch = workspace.watch()) {
      Files.move(temporary.resolve("game"), temporary.resolve("moved"));
      delete(temporary.resolve("moved"));
      assertThatThrownBy(
              () -> {
                while (true) {
                  changed(watch);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void cancelledWaitLosesNothing() throws Exception {
    try (Watch watch = workspace.watch()) {
      workspace.write("old/hero.txt", "other");
      assertThatThrownBy(() -> watch.next(ChangingWorkspace.until(() -> true)))
          .isInstanceOf(CancelledException.class);
      assertThat(texts(changed(watch))).containsExactly("old/hero.txt");
    }
  }

  @Test
  void negativeTimeToSettleIsRefused() {
    assertThatThrownBy(() -> workspace.session().watch(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
