package dev.papack;

import dev.papack.PublicationModel.Decision;
import dev.papack.PublicationModel.Files;
import dev.papack.PublicationModel.Kept;
import dev.papack.PublicationModel.Lock;
import dev.papack.PublicationModel.Staged;
import dev.papack.PublicationModel.State;
import dev.papack.PublicationModel.Transition;
import dev.papack.WritingCommand.Whole;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.TestDisk;
import dev.papack.disk.WritableDirectory;
import dev.papack.progress.CancelledException;
import dev.papack.publish.Operation;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.Publication;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Lets real commands publish and recover, and compares each operation on the disk with the model:
 * it must leave a state as it is, or take one of the model's steps.
 */
final class PublicationWalk {
  private static final String CONTROL = "game/.papack/";
  private static final String COPIES = CONTROL + "staging/old-";

  /** What is carried out on a disk. */
  @FunctionalInterface
  interface Attempt {
    Outcome<?> on(TestWorkspace workspace, Disk disk) throws IOException, CancelledException;
  }

  /** What happens behind the packer's back before an operation. */
  @FunctionalInterface
  interface Sabotage {
    void before(String operation, TestWorkspace workspace);
  }

  /** What disks have to have in common to be examples of the same. */
  private record Example(State state, boolean hasCopies) {}

  /** A file that the publication changes. */
  private record Change(Optional<String> before, Optional<String> after) {}

  private final PublicationModel model;
  private final Map<String, Change> changes = new TreeMap<>();
  private final Set<Transition> taken;
  private final Set<String> seen = new HashSet<>();
  private final Map<Example, Integer> examples = new HashMap<>();
  private final int maxExamples;
  private final Deque<TestWorkspace> crashed = new ArrayDeque<>();
  private int operations;

  /**
   * The walk of one publication.
   *
   * @param whole what it changes
   * @param taken where the steps are collected
   * @param maxExamples how many disks of each state are kept for {@link #nextCrashed}
   */
  PublicationWalk(PublicationModel model, Whole whole, Set<Transition> taken, int maxExamples) {
    this.model = model;
    this.taken = taken;
    this.maxExamples = maxExamples;
    collect(whole.before().published(), whole.after().published());
    collect(whole.before().authored(), whole.after().authored());
  }

  private void collect(Map<String, String> before, Map<String, String> after) {
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      Change change =
          new Change(Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path)));
      if (!change.before().equals(change.after())) {
        changes.put(path, change);
      }
    }
  }

  /** A disk that a crash may leave, each once; empty once all were given. */
  Optional<TestWorkspace> nextCrashed() {
    return Optional.ofNullable(crashed.poll());
  }

  /** How many operations were compared. */
  int operations() {
    return operations;
  }

  /**
   * How a run ended.
   *
   * @param outcome empty if the command failed for a trouble of the disk
   * @param workspace what it left
   */
  record Ended(Optional<Outcome<?>> outcome, TestWorkspace workspace) {}

  /** Runs on a copy that behaves. */
  Ended run(TestWorkspace start, Attempt attempt) throws IOException, CancelledException {
    return run(start, attempt, disk -> disk, (_, _) -> {});
  }

  /** Runs on a copy that gets into trouble. */
  Ended run(TestWorkspace start, Attempt attempt, UnaryOperator<Disk> trouble, Sabotage sabotage)
      throws IOException, CancelledException {
    TestWorkspace workspace = start.copy();
    Following following = new Following(workspace);
    TestDisk watched =
        TestDisk.with(
            trouble.apply(workspace.disk),
            (_, operation) -> {
              following.look(operation);
              sabotage.before(operation, workspace);
            });
    try {
      Outcome<?> outcome = attempt.on(workspace, watched);
      following.look("the end");
      return new Ended(Optional.of(outcome), workspace);
    } catch (DiskException failed) {
      following.look("the failure");
      return new Ended(Optional.empty(), workspace);
    }
  }

  /** One run, from one operation to the next. */
  private final class Following {
    private final TestWorkspace workspace;
    private State last;
    private String previous = "the beginning";
    private boolean isOver;

    Following(TestWorkspace workspace) throws IOException {
      this.workspace = workspace;
      this.last = stateOf(workspace);
      remember(workspace, last);
    }

    void look(String next) throws IOException {
      if (!isOver && isChange(previous)) {
        State now = stateOf(workspace);
        operations++;
        if (!now.equals(last)) {
          Transition step =
              model
                  .find(last, now)
                  .orElseThrow(() ->
                      new AssertionError("\"" + previous + "\" led from " + last + " to " + now));
          taken.add(step);
        }
        last = now;
        remember(workspace, now);
        // What a command does after that is another publication.
        isOver = now.isIdle() && now.files() == Files.NEW && now.lock() == Lock.HELD;
      }
      previous = next;
    }
  }

  private static boolean isChange(String operation) {
    return Stream.of(
            "rename", "link", "create", "delete", "append", "lock", "unlock", "close .papack")
        .anyMatch(operation::startsWith);
  }

  /** Whoever held the lock may die here. */
  private void remember(TestWorkspace workspace, State state) throws IOException {
    State left = state.with(Lock.FREE);
    if (state.lock() == Lock.HELD) {
      taken.add(new Transition(state, PublicationModel.Step.END, left));
    }
    Example example = new Example(left, hasCopies(workspace));
    if (examples.getOrDefault(example, 0) < maxExamples && seen.add(workspace.disk.fingerprint())) {
      examples.merge(example, 1, Integer::sum);
      crashed.add(workspace.copy());
      if (state.lock() == Lock.HELD) {
        requireThatOthersOnlyLook(workspace, state);
      }
    }
  }

  private static boolean hasCopies(TestWorkspace workspace) {
    return workspace.disk.files("game/.papack/staging").keySet().stream()
        .anyMatch(path -> path.startsWith(COPIES));
  }

  /** A second process gets no lock, and a reader knows whether to look again. */
  private static void requireThatOthersOnlyLook(TestWorkspace workspace, State state)
      throws IOException {
    String before = workspace.disk.fingerprint();
    try (WritableDirectory folder = workspace.disk.openForWriting(workspace.path(""), "")) {
      // While the owner has no name, a second process waits for it.
      if (workspace.has(".papack/owner.json")
          && Publication.begin(folder, Operation.BUILD) instanceof Outcome.Accepted<Publication>) {
        throw new AssertionError("a second process has the lock in " + state);
      }
      boolean looksAgain = Publication.findUnfinished(new OutputFolder(folder)).isPresent();
      if (looksAgain == (PublicationModel.readingOf(state) == PublicationModel.Reading.WHOLE)) {
        throw new AssertionError("a reader takes the files for something else in " + state);
      }
    }
    if (!workspace.disk.fingerprint().equals(before)) {
      throw new AssertionError("somebody without the lock changed something in " + state);
    }
  }

  /** What the model calls a disk. */
  State stateOf(TestWorkspace workspace) throws IOException {
    Map<String, String> found = workspace.disk.files("game");
    int old = 0;
    int replaced = 0;
    int missing = 0;
    int keepable = 0;
    int kept = 0;
    int notKept = 0;
    boolean isStaged = false;
    Set<String> copies = new LinkedHashSet<>();
    Set<String> staged = new LinkedHashSet<>();
    found.forEach((path, text) -> {
      if (path.startsWith(COPIES)) {
        copies.add(text);
      } else if (path.startsWith(CONTROL + "staging/")) {
        staged.add(text);
      }
    });
    for (Map.Entry<String, Change> entry : changes.entrySet()) {
      Change change = entry.getValue();
      Optional<String> now = Optional.ofNullable(found.get(entry.getKey()));
      boolean isOld = now.equals(change.before());
      if (!isOld && !now.equals(change.after())) {
        throw new AssertionError(entry.getKey() + " is neither the old nor the new file");
      }
      old += isOld ? 1 : 0;
      replaced += isOld ? 0 : 1;
      isStaged |= change.after().isPresent() && staged.contains(change.after().get());
      missing +=
          isOld && change.after().isPresent() && !staged.contains(change.after().get()) ? 1 : 0;
      if (change.before().isPresent()) {
        keepable++;
        boolean isKept =
            copies.contains(change.before().get())
                || secondNames(entry.getKey(), found).contains(change.before().get());
        kept += isKept ? 1 : 0;
        notKept += !isKept && !isOld ? 1 : 0;
      }
    }
    Files files = replaced == 0 ? Files.OLD : old == 0 ? Files.NEW : Files.MIXED;
    Decision decision = decision(found);
    boolean isAllStaged = missing == 0 && files != Files.NEW && decision != Decision.BACK;
    return new State(
        lockOf(workspace),
        decision,
        files,
        isAllStaged ? Staged.ALL : isStaged ? Staged.SOME : Staged.NONE,
        kept(files, keepable, kept, notKept));
  }

  private static Kept kept(Files files, int keepable, int kept, int notKept) {
    if (keepable == 0) {
      return Kept.UNNEEDED;
    }
    boolean isAll =
        switch (files) {
          case OLD, NEW -> kept == keepable;
          case MIXED -> notKept == 0;
        };
    return isAll ? Kept.ALL : kept == 0 ? Kept.NONE : Kept.SOME;
  }

  private static List<String> secondNames(String path, Map<String, String> found) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    List<String> texts = new ArrayList<>();
    found.forEach((other, text) -> {
      if (other.startsWith(folder + ".papack-old-")) {
        texts.add(text);
      }
    });
    return texts;
  }

  private static Decision decision(Map<String, String> found) {
    boolean isCommitted = found.containsKey(CONTROL + "journal.json");
    boolean isBack = found.containsKey(CONTROL + "journal.back");
    if (isCommitted && isBack) {
      throw new AssertionError("two records");
    }
    return isCommitted ? Decision.COMMITTED : isBack ? Decision.BACK : Decision.NONE;
  }

  private static Lock lockOf(TestWorkspace workspace) throws IOException {
    try (ReadableDirectory folder = workspace.disk.openForReading(workspace.path(""), "")) {
      return Publication.isUnderWay(new OutputFolder(folder)) ? Lock.HELD : Lock.FREE;
    }
  }
}
