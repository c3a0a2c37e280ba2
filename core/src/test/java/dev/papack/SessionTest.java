package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.disk.TestDisk;
import dev.papack.media.png.PngFile;
import dev.papack.media.wav.WavFile;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.AddRequest;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Plan;
import dev.papack.result.Plan.Change;
import dev.papack.result.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace's whole day. */
class SessionTest {
  @TempDir Path temporary;

  private static TestWorkspace twoAssets() throws Exception {
    TestWorkspace workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFF112233).sound("assets/jump.wav", 1, -2, 3);
    workspace.add("assets");
    return workspace;
  }

  private static final class Following implements Observer {
    final List<Progress> events = new ArrayList<>();
    private final int cancelAfter;

    Following(int cancelAfter) {
      this.cancelAfter = cancelAfter;
    }

    @Override
    public void observe(Progress event) {
      events.add(event);
    }

    @Override
    public boolean isCancelled() {
      return events.size() >= cancelAfter;
    }
  }

  @Test
  void onTheRealDiskADayGoesThrough() throws Exception {
    Path folder = temporary.resolve("game");
    Packer packer = Packer.create().withThreads(3);
    accepted(packer.init(folder));
    Files.createDirectories(folder.resolve("assets/a"));
    Files.write(folder.resolve("assets/a/hero.png"), PngFile.filled(20, 16, 0xFF112233));
    Files.write(folder.resolve("assets/jump.wav"), WavFile.pcm16(2, 44_100, 1, 2, 3, 4));
    Session session = accepted(packer.open(folder.resolve("assets/a")));
    assertThat(session.workspace()).isEqualTo(folder.toRealPath());
    assertThat(
            accepted(session.add(AddRequest.of(List.of(folder.resolve("assets"))), Effect.WRITE))
                .assets())
        .hasSize(2);
    Built built = accepted(session.build(Drift.TOLERATED));
    assertThat(accepted(session.verify(Recorded.IGNORED)).packId()).isEqualTo(built.packId());
    assertThat(accepted(packer.verify(built.pack())).fileBytes()).isEqualTo(built.packBytes());
    byte[] pack = Files.readAllBytes(built.pack());
    assertThat(accepted(session.build(Drift.TOLERATED)).packId()).isEqualTo(built.packId());
    assertThat(Files.readAllBytes(built.pack())).isEqualTo(pack);
    accepted(session.remove("jump", Effect.WRITE));
    assertThat(accepted(session.build(Drift.TOLERATED)).assetCount()).isEqualTo(1);
    try (Stream<Path> control = Files.list(folder.resolve(".papack"))) {
      assertThat(control.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("lock", "build_cache");
    }
  }

  @Test
  void noHandleStaysOpenAfterAnyCommand() throws Exception {
    TestWorkspace workspace = twoAssets();
    TestDisk disk = TestDisk.healthy(workspace.disk);
    Session session = workspace.session(disk);
    accepted(session.build(Drift.TOLERATED));
    accepted(session.check(Drift.TOLERATED));
    accepted(session.plan(Drift.TOLERATED));
    accepted(session.list());
    accepted(session.inspect());
    accepted(session.verify(Recorded.IGNORED));
    accepted(session.recover(Effect.WRITE));
    accepted(session.add(workspace.request("assets"), Effect.WRITE));
    accepted(session.remove("hero", Effect.WRITE));
    assertThat(codes(session.remove("hero", Effect.WRITE)))
        .containsExactly(DiagnosticCode.ASSET_NOT_FOUND);
    workspace.write("assets/index.json", "{");
    assertThat(codes(session.build(Drift.TOLERATED))).containsExactly(DiagnosticCode.JSON_SYNTAX);
    assertThat(disk.openHandles()).isZero();
  }

  @Test
  void cancellingAnywhereChangesNothing() throws Exception {
    TestWorkspace workspace = twoAssets();
    workspace.build();
    workspace.picture("assets/hero.png", 0xFF445566);
    Map<String, String> before = workspace.published();
    Following whole = new Following(Integer.MAX_VALUE);
    accepted(workspace.copy().session().followedBy(whole).build(Drift.TOLERATED));
    int cancelled = 0;
    for (int n = 0; n < whole.events.size(); n++) {
      TestWorkspace copy = workspace.copy();
      Session session = copy.session();
      Following following = new Following(n);
      try {
        accepted(session.followedBy(following).build(Drift.TOLERATED));
        assertThat(following.events).isEqualTo(whole.events);
      } catch (CancelledException expected) {
        cancelled++;
        assertThat(copy.published()).isEqualTo(before);
        assertThat(copy.has(".papack/staging")).isFalse();
        accepted(session.build(Drift.TOLERATED));
      }
    }
    assertThat(cancelled).isGreaterThanOrEqualTo(4);
  }

  @Test
  void checkIsCancelledToo() throws Exception {
    Session session = twoAssets().session();
    assertThatThrownBy(() -> session.followedBy(new Following(0)).check(Drift.TOLERATED))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void planSaysWhatABuildWouldChange() throws Exception {
    TestWorkspace workspace = twoAssets();
    workspace.picture("assets/tree.png", 5).sound("assets/fall.wav", 4, 5);
    workspace.add("assets");
    workspace.build();
    workspace.picture("assets/tree.png", 6);
    accepted(workspace.session().remove("fall", Effect.WRITE));
    workspace.write(
        "assets/hero.asset.json", workspace.read("assets/hero.asset.json").replace("16", "8"));
    workspace.picture("assets/new.png", 7);
    workspace.add("assets/new.png");
    workspace.move("assets/jump.wav", "assets/b/jump.wav");
    workspace.move("assets/jump.asset.json", "assets/b/jump.asset.json");
    Plan plan = accepted(workspace.session().plan(Drift.TOLERATED));
    Map<String, Change> changes =
        plan.assets().stream()
            .collect(
                Collectors.toMap(
                    planned -> planned.asset().name().text(),
                    Plan.PlannedAsset::change,
                    (first, second) -> first,
                    TreeMap::new));
    assertThat(changes)
        .containsOnly(
            Map.entry("hero", Change.SETTINGS_CHANGED),
            Map.entry("jump", Change.SOURCES_CHANGED),
            Map.entry("new", Change.ADDED),
            Map.entry("tree", Change.SOURCES_CHANGED));
    assertThat(plan.removed()).hasSize(1);
  }

  @Test
  void planSaysThatAnAssetIsLoadedIntoAnotherSlot() throws Exception {
    TestWorkspace workspace = twoAssets();
    workspace.build();
    workspace.write(
        "assets/hero.asset.json",
        workspace
            .read("assets/hero.asset.json")
            .replaceFirst(
                "\"bank\": \"TILES\",", "\"bank\": \"TILES\", \"preload\": {\"slot\": 7},"));

    assertThat(changeOfHero(workspace)).isEqualTo(Change.PRELOAD_CHANGED);
    workspace.build();
    assertThat(changeOfHero(workspace)).isEqualTo(Change.UNCHANGED);
    workspace.write(
        "assets/hero.asset.json",
        workspace.read("assets/hero.asset.json").replace("\"slot\": 7", "\"slot\": 8"));
    assertThat(changeOfHero(workspace)).isEqualTo(Change.PRELOAD_CHANGED);
  }

  @Test
  void recordThatCannotBeUsedIsNotPromisedToBeFinished() throws Exception {
    TestWorkspace workspace = twoAssets();
    workspace.write(
        ".papack/journal.json", "{\"artifact\": \"publication_record\", \"schema_version\": 99}");

    assertThat(workspace.session().list().diagnostics())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(DiagnosticCode.PUBLICATION_UNFINISHED);
          assertThat(FirstFix.title(warning)).contains("find out why its record cannot be used");
        });
    assertThat(workspace.session().check(Drift.TOLERATED).diagnostics())
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo(DiagnosticCode.VERSION_TOO_NEW));
  }

  private static Change changeOfHero(TestWorkspace workspace) throws Exception {
    return accepted(workspace.session().plan(Drift.TOLERATED)).assets().stream()
        .filter(planned -> planned.asset().name().text().equals("hero"))
        .findFirst()
        .orElseThrow()
        .change();
  }

  @Test
  void declarationInAnotherFormIsNotRewritten() throws Exception {
    TestWorkspace workspace = twoAssets();
    String compact = workspace.read("assets/hero.asset.json").replace("\n", "").replace("  ", "");
    workspace.write("assets/hero.asset.json", compact);
    String index = workspace.read("assets/index.json").replace("\n", "");
    workspace.write("assets/index.json", index);
    workspace.add("assets");
    workspace.build();
    assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(compact);
    assertThat(workspace.read("assets/index.json")).isEqualTo(index);
  }

  @Test
  void secondWriterIsToldThatTheWorkspaceIsLocked() throws Exception {
    TestWorkspace workspace = twoAssets();
    List<DiagnosticCode> refused = new ArrayList<>();
    Observer meddler =
        new Observer() {
          @Override
          public void observe(Progress event) {
            try {
              refused.addAll(codes(workspace.session().remove("hero", Effect.WRITE)));
              assertThat(accepted(workspace.session().list()).assets()).hasSize(2);
            } catch (IOException | CancelledException e) {
              throw new IllegalStateException(e);
            }
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    accepted(workspace.session().followedBy(meddler).build(Drift.TOLERATED));
    assertThat(refused).isNotEmpty().containsOnly(DiagnosticCode.WORKSPACE_LOCKED);
    accepted(workspace.session().remove("hero", Effect.WRITE));
  }

  @Test
  void defectOfAnObserverReleasesTheLock() throws Exception {
    TestWorkspace workspace = twoAssets();
    Observer broken =
        new Observer() {
          @Override
          public void observe(Progress event) {
            throw new IllegalStateException("broken");
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    Session session = workspace.session();
    assertThatThrownBy(() -> session.followedBy(broken).build(Drift.TOLERATED))
        .isInstanceOf(IllegalStateException.class);
    workspace.build();
  }

  @Test
  void refusedBuildKeepsWhatWasPublished() throws Exception {
    TestWorkspace workspace = twoAssets();
    workspace.build();
    Map<String, String> before = workspace.published();
    workspace.write("assets/jump.wav", "nothing to hear").write("assets/bad.asset.json", "[]");
    assertThat(codes(workspace.session().build(Drift.TOLERATED)).size()).isGreaterThanOrEqualTo(2);
    assertThat(workspace.published()).isEqualTo(before);
  }

  @Test
  void workspaceOfAnotherUserAboveIsRefusedUnlessItIsNamed() throws Exception {
    TestWorkspace workspace = twoAssets();
    workspace.write("notes/today.txt", "");
    Packer packer = workspace.packer(workspace.disk, 1);
    accepted(packer.open(workspace.path("notes")));

    workspace.disk.giveAway(workspace.path(""));
    assertThat(packer.open(workspace.path("notes")).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.WORKSPACE_OF_OTHER_USER);
    assertThat(packer.openForRepair(workspace.path("notes")).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.WORKSPACE_OF_OTHER_USER);
    accepted(packer.open(workspace.path("")));
  }

  @Test
  void openFoldersDoNotGrowWithDepth() throws Exception {
    String deep = "assets/" + "d/".repeat(400);
    TestWorkspace workspace =
        TestWorkspace.create().picture(deep + "hero.png", 0xFF112233).sound("assets/a.wav", 1);
    AtomicInteger most = new AtomicInteger();
    AtomicReference<TestDisk> disk = new AtomicReference<>();
    disk.set(
        TestDisk.with(
            workspace.disk,
            (_, _) -> {
              if (disk.get() != null) {
                most.accumulateAndGet(disk.get().openHandles(), Math::max);
              }
            }));
    accepted(workspace.session(disk.get(), 1).add(workspace.request("assets"), Effect.WRITE));
    accepted(workspace.session(disk.get(), 1).build(Drift.TOLERATED));
    accepted(workspace.session(disk.get(), 1).doctor());
    assertThat(most).hasValueBetween(5, 40);
  }
}
