package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.AssetId;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.CacheSample;
import dev.papack.result.DiagnosedDocument.Depth;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.IgnoreRequest;
import dev.papack.result.Preview;
import dev.papack.result.Recorded;
import dev.papack.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What editors ask is interrupted or cancelled at random moments: it is answered as ever or called
 * off, the next question is answered as ever, and no file has changed.
 */
@Tag("slow")
class CalledOffTest {
  private static final int ROUNDS = Campaign.amount(6, 1_000);
  private static final long SEED = 20_261_130;
  private static final WorkspacePath HERO = WorkspacePath.of("assets/hero.asset.json");
  private static final int PICTURES = 12;

  @TempDir private Path temporary = Path.of("");
  private Path game = Path.of("");
  private final Random random = new Random(SEED);

  /** Something that is asked; its answer in words. */
  @FunctionalInterface
  private interface Question {
    Object ask(Observer observer) throws IOException, CancelledException;
  }

  /** Cancels from some moment on. */
  private static final class Canceller implements Observer {
    private final AtomicBoolean isCancelled = new AtomicBoolean();

    @Override
    public void observe(Progress event) {}

    @Override
    public boolean isCancelled() {
      return isCancelled.get();
    }
  }

  @BeforeEach
  void someAssets() throws Exception {
    RealWorkspace workspace = RealWorkspace.create(temporary.resolve("game"));
    workspace.picture("hero", 0xFF102030);
    for (int i = 0; i < PICTURES; i++) {
      workspace.picture("art/p" + i, 0xFF405060 + i);
    }
    workspace.add();
    workspace.build();
    game = workspace.folder();
  }

  private Session session() throws IOException, CancelledException {
    return accepted(Packer.create().open(game));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(game)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(game.relativize(file).toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static Object inWords(Outcome<Optional<Preview>> preview) {
    return accepted(preview).map(shown -> Arrays.toString(shown.argb())).orElse("none");
  }

  private Map<String, Question> questions() throws Exception {
    Session session = session();
    String text = Files.readString(game.resolve(HERO.text()));
    Draft draft =
        session
            .draft(System::currentTimeMillis)
            .with(HERO, text.replace("\"tile_size\": 16", "\"tile_size\": 12"));
    Draft good = session.draft(System::currentTimeMillis).with(HERO, text);
    AssetId id = accepted(good.list()).assets().getFirst().id();
    TextPosition name = new TextPosition(5, 13);
    Map<String, Question> all = new LinkedHashMap<>();
    all.put("draft: diagnose documents", _ -> draft.diagnose(HERO, Depth.DOCUMENTS));
    all.put("draft: diagnose sources", _ -> good.diagnose(HERO, Depth.SOURCES));
    all.put("draft: list", _ -> draft.list());
    all.put("draft: check", draft::check);
    all.put("draft: complete", _ -> draft.complete(HERO, new TextPosition(9, 5)));
    all.put("draft: describe", _ -> draft.describe(HERO, name));
    all.put("draft: target", _ -> draft.target(HERO, name));
    all.put("draft: files", _ -> draft.files(HERO));
    all.put("draft: places", _ -> draft.placesOf(Set.of(AssetsPath.of("hero.png"))));
    all.put("draft: rename", _ -> good.rename(id, "knight"));
    all.put("draft: tile", _ -> inWords(good.preview(id, new Preview.Part.Tile(0))));
    all.put(
        "draft: rectangle",
        _ ->
            inWords(
                good.preview(id, new Preview.Part.Rectangle(new PixelRectangle(0, 0, 16, 16)))));
    all.put("session: list", observer -> session.followedBy(observer).list());
    all.put("session: plan", observer -> session.followedBy(observer).plan(Drift.TOLERATED));
    all.put("session: doctor", observer -> session.followedBy(observer).doctor());
    all.put("session: verify", observer -> session.followedBy(observer).verify(Recorded.COMPARED));
    all.put(
        "session: rename",
        observer -> session.followedBy(observer).rename("hero", "knight", Effect.SHOW));
    all.put(
        "session: remove", observer -> session.followedBy(observer).remove("hero", Effect.SHOW));
    all.put(
        "session: ignore",
        observer ->
            session
                .followedBy(observer)
                .ignore(new IgnoreRequest(List.of("raw/**"), List.of()), Effect.SHOW));
    all.put("session: fix", observer -> session.followedBy(observer).fix(Effect.SHOW));
    all.put(
        "session: rebuild registry",
        observer -> session.followedBy(observer).rebuildRegistry(Effect.SHOW));
    all.put(
        "session: verify cache",
        observer -> session.followedBy(observer).verifyCache(new CacheSample(2)));
    all.put("session: inspect", observer -> session.followedBy(observer).inspect());
    all.put("session: constants", observer -> session.followedBy(observer).constants());
    return all;
  }

  /** The answer; a cancelled exception's class if it was called off. */
  private Object calledOff(Question question, long nanos, boolean isInterrupted)
      throws InterruptedException {
    AtomicReference<Object> answer = new AtomicReference<>();
    Canceller canceller = new Canceller();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                answer.set(question.ask(isInterrupted ? Observer.NONE : canceller));
              } catch (CancelledException e) {
                boolean isKept = Thread.currentThread().isInterrupted();
                answer.set(
                    isInterrupted && !isKept ? "the flag is gone" : CancelledException.class);
              } catch (IOException | RuntimeException | Error trouble) {
                answer.set(trouble);
              }
            });
    LockSupport.parkNanos(nanos);
    if (isInterrupted) {
      thread.interrupt();
    } else {
      canceller.isCancelled.set(true);
    }
    thread.join();
    return answer.get();
  }

  @Test
  void whateverIsCalledOffIsAnsweredTheNextTime() throws Exception {
    Map<String, String> before = files();
    int calledOff = 0;
    int asked = 0;
    for (Map.Entry<String, Question> each : questions().entrySet()) {
      Question question = each.getValue();
      Object expected = question.ask(Observer.NONE);
      long begun = System.nanoTime();
      assertThat(question.ask(Observer.NONE)).as(each.getKey()).isEqualTo(expected);
      long tookNanos = System.nanoTime() - begun;
      for (int round = 0; round < ROUNDS; round++) {
        Object answer =
            calledOff(question, (long) (random.nextDouble() * 1.2 * tookNanos), round % 2 == 0);
        asked++;
        if (CancelledException.class.equals(answer)) {
          calledOff++;
        } else {
          assertThat(answer).as(each.getKey()).isEqualTo(expected);
        }
        if (round % 8 == 7) {
          assertThat(question.ask(Observer.NONE)).as(each.getKey()).isEqualTo(expected);
        }
      }
      assertThat(question.ask(Observer.NONE)).as(each.getKey()).isEqualTo(expected);
    }
    assertThat(files()).isEqualTo(before);
    assertThat(calledOff).isPositive();
    Campaign.report(
        "called-off-questions",
        Campaign.share(ROUNDS, 1_000)
            + " rounds of each, "
            + asked
            + " in all, "
            + calledOff
            + " called off: 0 wrong answers, 0 files changed");
  }

  @Test
  void whoWatchesIsCalledOffAndMissesNothing() throws Exception {
    int calledOff = 0;
    try (Watch watch = session().watch(Duration.ofMillis(1))) {
      for (int round = 0; round < ROUNDS; round++) {
        Files.writeString(game.resolve("assets/note.txt"), "round " + round);
        boolean isTold = false;
        for (boolean isInterrupted = round % 2 == 0; !isTold; ) {
          Object answer =
              calledOff(watch::next, (long) (random.nextDouble() * 8_000_000), isInterrupted);
          isTold = answer.toString().contains("note.txt");
          if (!isTold) {
            assertThat(answer).isEqualTo(CancelledException.class);
            calledOff++;
          }
        }
      }
    }
    Campaign.report(
        "called-off-watches",
        Campaign.share(ROUNDS, 1_000) + " changes, " + calledOff + " called off before: 0 lost");
  }

  @Test
  void whoWaitsForTheLockIsCalledOffAndHasDoneNothing() throws Exception {
    CountDownLatch isHeld = new CountDownLatch(1);
    CountDownLatch isFree = new CountDownLatch(1);
    Observer holding =
        new Observer() {
          @Override
          public void observe(Progress event) {
            isHeld.countDown();
            try {
              isFree.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    Session other = session();
    Thread holder =
        Thread.ofPlatform()
            .start(() -> {
              try {
                accepted(other.followedBy(holding).build(Drift.TOLERATED));
              } catch (IOException | CancelledException e) {
                throw new AssertionError(e);
              }
            });
    isHeld.await();
    Session session = session();
    Map<String, String> before = files();
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Object answer =
            calledOff(
                observer ->
                    session.followedBy(observer).waiting(60_000, one -> one.build(Drift.TOLERATED)),
                (long) (random.nextDouble() * 60_000_000),
                round % 2 == 0);
        assertThat(answer).isEqualTo(CancelledException.class);
      }
      assertThat(files()).isEqualTo(before);
    } finally {
      isFree.countDown();
      holder.join();
    }
    accepted(session.build(Drift.TOLERATED));
    Campaign.report(
        "called-off-waiting",
        Campaign.share(ROUNDS, 1_000) + " times waiting for the lock called off: 0 files changed");
  }
}
