package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Draft;
import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.Built;
import dev.papack.result.DiagnosedDocument.Depth;
import dev.papack.result.Drift;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two editors and a command line at work in one workspace, each with documents of its own: whatever
 * any of them is told of its own documents is exactly what is wrong with them at that moment, and
 * of those of others only what can be.
 */
@Tag("slow")
class SharedWorkspaceTest {
  private static final int SECONDS = Campaign.amount(3, 60);
  private static final long SEED = 20_261_130;
  private static final long MAX_WAIT_MILLIS = 60_000;
  private static final List<List<String>> OWNED =
      List.of(List.of("a0", "a1", "a2"), List.of("b0", "b1", "b2"));

  /** What is refused because of others, and says so. */
  private static final Set<String> BUSY = Set.of("PA9002", "PA9003");

  @TempDir private Path temporary = Path.of("");
  private Path game = Path.of("");

  /** What may be written in each document of an editor, with what is then wrong. */
  private final Map<String, Map<String, SortedSet<String>>> faultsByText = new TreeMap<>();

  private final SortedSet<String> possible = new TreeSet<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();
  private volatile boolean isOver;

  private static String document(String name) {
    return "assets/" + name + ".asset.json";
  }

  private static <T> T accepted(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T>(T value, var _)) {
      return value;
    }
    throw new AssertionError(outcome.diagnostics().toString());
  }

  private Session open() throws IOException, CancelledException {
    return accepted(Packer.create().open(game));
  }

  private static SortedSet<String> faults(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(one -> one.severity() != Severity.NOTE)
        .map(one ->
            one.location().file().map(WorkspacePath::text).orElse("")
                + " "
                + one.code().id()
                + " "
                + one.message())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Asks for what is wrong. */
  @FunctionalInterface
  private interface Question {
    List<Diagnostic> ask() throws IOException, CancelledException;
  }

  /** As programs show it: a file that changes while it is read is the machine's trouble. */
  private static SortedSet<String> faults(Question question) throws CancelledException {
    try {
      return faults(question.ask());
    } catch (IOException e) {
      return faults(List.of(Packer.diagnose(e)));
    }
  }

  private static boolean isBusy(SortedSet<String> faults) {
    return faults.stream().anyMatch(fault -> BUSY.contains(fault.split(" ", 3)[1]));
  }

  private static SortedSet<String> of(SortedSet<String> faults, String name) {
    return faults.stream()
        .filter(fault -> fault.startsWith(document(name) + " "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void prepare() throws Exception {
    game = Files.createDirectory(temporary.resolve("game")).toRealPath();
    assertThat(Run.papack(game, "init").status()).isZero();
    for (String name :
        Stream.concat(OWNED.stream().flatMap(List::stream), Stream.of("c0", "c1")).toList()) {
      int color = 0xFF000000 | (name.hashCode() * 31);
      TinyFiles.png(game.resolve("assets/" + name + ".png"), 16, 16, (x, y) -> color);
    }
    assertThat(Run.papack(game, "add", "assets").status()).isZero();
    Session session = open();
    for (String name : OWNED.stream().flatMap(List::stream).toList()) {
      String text = Files.readString(game.resolve(document(name)));
      Map<String, SortedSet<String>> known = new TreeMap<>();
      for (String written :
          List.of(
              text,
              text.replace("\"tile_size\": 16", "\"tile_size\": 12"),
              text.replace("\"sources\"", "\"sauces\""),
              text.replace(name + ".png", "nowhere.png"),
              text.replace("\"schema_version\": 3", "\"schema_version\": 9"),
              text.substring(0, text.length() / 2))) {
        WorkspacePath document = WorkspacePath.of(document(name));
        Draft draft = session.draft(System::currentTimeMillis).with(document, written);
        SortedSet<String> wrong = faults(draft.check(Observer.NONE).diagnostics());
        assertThat(wrong).as(written).isEqualTo(of(wrong, name));
        known.put(written, wrong);
        possible.addAll(wrong);
      }
      assertThat(known).hasSize(6);
      assertThat(known.values().stream().filter(Set::isEmpty)).hasSize(1);
      faultsByText.put(name, known);
    }
  }

  /** What one who works here is told: all of its own documents, and of others what can be. */
  private void hold(String who, SortedSet<String> said, Map<String, SortedSet<String>> own) {
    answers.incrementAndGet();
    if (isBusy(said)) {
      busy.incrementAndGet();
      return;
    }
    SortedSet<String> strange = new TreeSet<>(said);
    strange.removeAll(possible);
    assertThat(strange).as(who).isEmpty();
    own.forEach((name, expected) -> assertThat(of(said, name)).as(who).isEqualTo(expected));
  }

  /** An editor: types, saves, checks and builds. */
  private final class Editor implements Callable<Map<String, SortedSet<String>>> {
    private final List<String> owned;
    private final Session session;
    private final Random random;
    private final Map<String, SortedSet<String>> saved = new TreeMap<>();
    private Draft draft;

    Editor(int number) throws IOException, CancelledException {
      owned = OWNED.get(number);
      session = open();
      draft = session.draft(System::currentTimeMillis);
      random = new Random(SEED + number);
      owned.forEach(name -> saved.put(name, new TreeSet<>()));
    }

    @Override
    public Map<String, SortedSet<String>> call() throws Exception {
      while (!isOver) {
        String name = owned.get(random.nextInt(owned.size()));
        Map<String, SortedSet<String>> texts = Objects.requireNonNull(faultsByText.get(name));
        List<String> all = List.copyOf(texts.keySet());
        String text = all.get(random.nextInt(all.size()));
        WorkspacePath document = WorkspacePath.of(document(name));
        draft = draft.with(document, text);
        Draft typed = draft;
        hold(
            "typed",
            faults(() -> accepted(typed.diagnose(document, Depth.DOCUMENTS)).findings()),
            Map.of(name, Objects.requireNonNull(texts.get(text))));
        if (random.nextBoolean()) {
          Path half = game.resolve("assets/." + name);
          Files.writeString(half, text);
          Files.move(half, game.resolve(document(name)), StandardCopyOption.ATOMIC_MOVE);
          saved.put(name, texts.get(text));
        }
        draft = draft.without(document);
        Draft clean = draft;
        switch (random.nextInt(3)) {
          case 0 ->
              hold("check", faults(() -> session.check(Drift.TOLERATED).diagnostics()), saved);
          case 1 -> hold("draft", faults(() -> clean.check(Observer.NONE).diagnostics()), saved);
          default -> hold("build", faults(() -> build().diagnostics()), saved);
        }
      }
      return saved;
    }

    private Outcome<Built> build() throws IOException, CancelledException {
      Outcome<Built> built = session.waiting(MAX_WAIT_MILLIS, one -> one.build(Drift.TOLERATED));
      if (built instanceof Outcome.Accepted<Built>) {
        assertThat(saved.values()).allMatch(Set::isEmpty);
      }
      return built;
    }
  }

  /** Somebody who types commands. */
  private Map<String, SortedSet<String>> commands() {
    Random random = new Random(SEED);
    Map<String, SortedSet<String>> own = Map.of("c0", new TreeSet<>(), "c1", new TreeSet<>());
    String name = "c0";
    for (int number = 0; !isOver; number++) {
      switch (random.nextInt(5)) {
        case 0 -> {
          String next = "c0_" + number;
          Run renamed = Run.papack(game, "rename", name, next, "--format", "json");
          hold("rename", faults(renamed), own);
          name = renamed.status() == 0 ? next : name;
        }
        case 1 ->
            hold(
                "set",
                faults(
                    Run.papack(
                        game,
                        "set",
                        "tile_size=" + (random.nextBoolean() ? 8 : 16),
                        document("c1"),
                        "--format",
                        "json")),
                own);
        case 2 -> hold("command build", faults(Run.papack(game, "build", "--format", "json")), own);
        case 3 -> hold("command list", faults(Run.papack(game, "list", "--format", "json")), own);
        default ->
            hold("command check", faults(Run.papack(game, "check", "--format", "json")), own);
      }
    }
    return own;
  }

  private static SortedSet<String> faults(Run run) {
    assertThat(run.status()).as(run.err()).isLessThan(5);
    return run.objects().stream()
        .filter(object -> "diagnostic".equals(object.get("artifact")))
        .filter(object -> !"note".equals(object.get("severity")))
        .map(object ->
            ((Map<?, ?>) Objects.requireNonNull(object.get("location"))).get("path")
                + " "
                + object.get("code")
                + " "
                + object.get("message"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Looks at the workspace whenever something changed, and keeps what it saw last. */
  private Void watching(Watch watch, Session session, AtomicReference<SortedSet<String>> seen)
      throws IOException {
    Draft draft = session.draft(System::currentTimeMillis);
    Observer untilTheEnd =
        new Observer() {
          @Override
          public void observe(Progress event) {}

          @Override
          public boolean isCancelled() {
            return Thread.currentThread().isInterrupted();
          }
        };
    try {
      while (true) {
        if (watch.next(untilTheEnd) instanceof WatchEvent.Changed) {
          SortedSet<String> now = faults(() -> draft.check(Observer.NONE).diagnostics());
          hold("watch", now, Map.of());
          if (!isBusy(now)) {
            seen.set(now);
          }
        }
      }
    } catch (CancelledException e) {
      return null;
    }
  }

  @Test
  void nobodyIsToldAWrongThingOrMissesOne() throws Exception {
    prepare();
    List<AtomicReference<SortedSet<String>>> seen = new ArrayList<>();
    Set<String> expected = new TreeSet<>();
    try (Watch first = open().watch(Duration.ofMillis(20));
        Watch second = open().watch(Duration.ofMillis(20));
        ExecutorService hands = Executors.newCachedThreadPool()) {
      List<Future<Void>> watching = new ArrayList<>();
      for (Watch watch : List.of(first, second)) {
        AtomicReference<SortedSet<String>> last = new AtomicReference<>(new TreeSet<>());
        seen.add(last);
        watching.add(hands.submit(() -> watching(watch, open(), last)));
      }
      List<Future<Map<String, SortedSet<String>>>> working =
          List.of(
              hands.submit(new Editor(0)),
              hands.submit(new Editor(1)),
              hands.submit(this::commands));
      try {
        TimeUnit.SECONDS.sleep(SECONDS);
        isOver = true;
        for (Future<Map<String, SortedSet<String>>> each : working) {
          each.get().values().forEach(expected::addAll);
        }
        // One change more, of which every watcher is told: nothing of what was before is lost then.
        Files.writeString(game.resolve("assets/last.txt"), "last");
        for (AtomicReference<SortedSet<String>> last : seen) {
          for (int left = 600; !last.get().equals(expected) && left > 0; left--) {
            TimeUnit.MILLISECONDS.sleep(100);
          }
          assertThat(last.get()).isEqualTo(expected);
        }
      } finally {
        isOver = true;
        hands.shutdownNow();
      }
      for (Future<Void> each : watching) {
        each.get();
      }
    }
    assertThat(faults(open().check(Drift.TOLERATED).diagnostics())).isEqualTo(expected);
    assertThat(faults(Run.papack(game, "check", "--format", "json"))).isEqualTo(expected);
    Campaign.report(
        "shared-workspace",
        SECONDS
            + " seconds, "
            + answers.get()
            + " answers, "
            + busy.get()
            + " of them that others are writing: 0 wrong, 0 lost");
  }
}
