package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.PublicationModel.Files;
import dev.papack.PublicationModel.Kept;
import dev.papack.PublicationModel.Lock;
import dev.papack.PublicationModel.Reading;
import dev.papack.PublicationModel.Recovering;
import dev.papack.PublicationModel.Staged;
import dev.papack.PublicationModel.State;
import dev.papack.PublicationModel.Step;
import dev.papack.PublicationModel.Transition;
import dev.papack.PublicationWalk.Attempt;
import dev.papack.PublicationWalk.Ended;
import dev.papack.WritingCommand.Whole;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.Errno;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The real code walks the state machine of publication, whatever fails and wherever it dies. Daily
 * a few disks of each state are followed, and one failure in many.
 */
@Tag("slow")
class PublicationWalkTest {
  private static final PublicationModel MODEL = PublicationModel.create();
  private static final int MAX_EXAMPLES = Campaign.amount(1, Integer.MAX_VALUE);
  private static final List<WritingCommand> COMMANDS =
      switch (Campaign.current()) {
        case DAILY ->
            List.of(
                WritingCommand.BUILD,
                WritingCommand.ADD,
                WritingCommand.REMOVE,
                WritingCommand.REBUILD_MANGLED,
                WritingCommand.REBUILD_MISSING);
        case LONG, FULL -> List.of(WritingCommand.values());
      };
  private static final int STEP = Campaign.amount(127, 1);

  /** A publication, and a workspace in which it has something to do. */
  private record Walked(String name, TestWorkspace ready, Attempt attempt) {
    private static List<Walked> all() throws IOException, CancelledException {
      List<Walked> all = new ArrayList<>();
      for (WritingCommand command : COMMANDS) {
        all.add(new Walked(command.name(), command.ready(), command::run));
      }
      all.add(new Walked("FIRST_BUILD", unpublished(), WritingCommand.BUILD::run));
      TestWorkspace fresh = TestWorkspace.create();
      fresh.picture("assets/bush.png", 0xFF008800).picture("assets/tree.png", 0xFF004400);
      all.add(new Walked("FIRST_ADD", fresh, WritingCommand.ADD::run));
      return all;
    }

    private static TestWorkspace unpublished() throws IOException, CancelledException {
      TestWorkspace workspace = TestWorkspace.create();
      workspace.picture("assets/hero.png", 0xFFCC2211);
      workspace.add("assets");
      return workspace;
    }

    static Walked build() throws IOException, CancelledException {
      return all().getFirst();
    }

    Whole whole() throws IOException, CancelledException {
      TestWorkspace workspace = ready.copy();
      TestDisk counting = TestDisk.healthy(workspace.disk);
      accepted(attempt.on(workspace, counting));
      return new Whole(
          WritingCommand.State.of(ready).withoutTrials(),
          WritingCommand.State.of(workspace),
          counting.operations());
    }

    boolean isOfAPack() {
      return name.contains("BUILD") && !name.contains("REBUILD");
    }
  }

  private static Session forRepair(TestWorkspace workspace, Disk disk)
      throws IOException, CancelledException {
    return accepted(workspace.packer(disk, 1).openForRepair(workspace.path("")));
  }

  private static Outcome<?> recover(Recovering recovering, TestWorkspace workspace, Disk disk)
      throws IOException, CancelledException {
    Session session = forRepair(workspace, disk);
    return switch (recovering) {
      case YES -> session.recover(Effect.WRITE);
      case DISCARD -> session.discardUnfinished();
    };
  }

  /** What disks do while a publication is under way. */
  private static List<UnaryOperator<Disk>> troubles(int operations, int first) {
    List<UnaryOperator<Disk>> troubles = new ArrayList<>();
    troubles.add(disk -> disk);
    troubles.add(PublicationWalkTest::withoutSecondNames);
    int kind = first;
    for (TestDisk.Failing lasting : TestDisk.Failing.values()) {
      for (int n = 1 + kind++ % STEP; n <= operations; n += STEP) {
        int at = n;
        troubles.add(disk -> TestDisk.failing(disk, at, Errno.EIO, lasting));
        troubles.add(disk -> TestDisk.failing(withoutSecondNames(disk), at, Errno.EIO, lasting));
      }
    }
    return troubles;
  }

  private static TestDisk withoutSecondNames(Disk disk) {
    return TestDisk.with(
        disk,
        (_, operation) -> {
          if (operation.startsWith("link ")) {
            throw Errno.EPERM.at(operation);
          }
        });
  }

  /** Lets it run in all troubles, and brings every disk that a crash may leave to its end. */
  private static Figures walk(Walked walked, Set<Transition> taken, int first)
      throws IOException, CancelledException {
    Whole whole = walked.whole();
    PublicationWalk walk = new PublicationWalk(MODEL, whole, taken, MAX_EXAMPLES);
    int runs = 0;
    for (UnaryOperator<Disk> trouble : troubles(whole.operations(), first)) {
      walk.run(walked.ready(), walked.attempt(), trouble, (_, _) -> {});
      runs++;
    }
    int disks = 0;
    for (Optional<TestWorkspace> next = walk.nextCrashed();
        next.isPresent();
        next = walk.nextCrashed()) {
      settle(walked, walk, next.get());
      disks++;
      runs += Recovering.values().length + 1;
    }
    return new Figures(disks, runs, walk.operations());
  }

  private record Figures(int disks, int runs, int operations) {
    Figures plus(Figures other) {
      return new Figures(disks + other.disks, runs + other.runs, operations + other.operations);
    }
  }

  private static void settle(Walked walked, PublicationWalk walk, TestWorkspace crashed)
      throws IOException, CancelledException {
    State state = walk.stateOf(crashed);
    for (Recovering recovering : Recovering.values()) {
      Ended ended = walk.run(crashed, (workspace, disk) -> recover(recovering, workspace, disk));
      State end = walk.stateOf(ended.workspace());
      assertThat(end.isIdle() && end.lock() == Lock.FREE)
          .as("%s of %s", recovering, state)
          .isTrue();
      assertThat(MODEL.endsOf(state, recovering)).containsExactly(end.files());
    }
    readAndWriteAgain(walked, walk, crashed, state);
  }

  /** A reader looks, and the same command comes again: neither makes a mixture. */
  private static void readAndWriteAgain(
      Walked walked, PublicationWalk walk, TestWorkspace crashed, State state)
      throws IOException, CancelledException {
    boolean isWhole = PublicationModel.readingOf(state) == Reading.WHOLE;
    if (walked.isOfAPack() && !(state.files() == Files.OLD && walked.name().startsWith("FIRST"))) {
      assertThat(crashed.session().verify(Recorded.IGNORED) instanceof Outcome.Accepted<?>)
          .as("%s", state)
          .isEqualTo(isWhole);
    }
    Ended again = walk.run(crashed, walked.attempt());
    boolean isDone = again.outcome().orElseThrow() instanceof Outcome.Accepted<?>;
    boolean settlesItself = walked.isOfAPack() || walked.name().startsWith("RECOVER");
    if (!isWhole && !settlesItself) {
      assertThat(isDone).as("%s", state).isFalse();
      assertThat(WritingCommand.State.of(again.workspace()))
          .isEqualTo(WritingCommand.State.of(crashed));
    } else if (settlesItself || state.files() == Files.OLD) {
      assertThat(isDone).as("%s", state).isTrue();
    }
    // What there is to do no more, such as removing what is gone, leaves nothing about either.
    if (isWhole || settlesItself) {
      assertThat(again.workspace().has(".papack/staging")).as("%s", state).isFalse();
    }
  }

  /** A step that a file system may bring about, and the one in memory does not. */
  private static boolean isOfAnotherOrder(Transition transition) {
    // It lists the staged files before the copies of old ones, so that they are cleared first.
    return transition.step() == Step.CLEAR
        && transition.from().staged() == Staged.SOME
        && transition.from().kept() == Kept.ALL
        && transition.to().kept() == Kept.SOME;
  }

  @Test
  void everyOperationOfTheRealCodeIsAStepOfTheModel() throws Exception {
    Set<Transition> taken = new LinkedHashSet<>();
    Figures figures = new Figures(0, 0, 0);
    int first = 0;
    for (Walked walked : Walked.all()) {
      figures = figures.plus(walk(walked, taken, first++));
    }
    Set<Transition> all = MODEL.explore();
    Set<Transition> missing = new LinkedHashSet<>(all);
    missing.removeAll(taken);
    missing.removeIf(PublicationWalkTest::isOfAnotherOrder);
    assertThat(missing).isEmpty();
    Campaign.report(
        "publication-walk",
        "%d of %d transitions of the model; %,d operations that change a disk, in %,d runs from %,d"
                .formatted(
                    taken.size(), all.size(), figures.operations(), figures.runs(), figures.disks())
            + " different disks: each a step of the model, 0 mixed, 0 stuck");
  }

  /** What happens once, before such an operation, behind the packer's back. */
  private static void requireFoundOut(String operation, String... deleted) throws Exception {
    Walked build = Walked.build();
    PublicationWalk walk =
        new PublicationWalk(MODEL, build.whole(), new LinkedHashSet<>(), MAX_EXAMPLES);
    assertThatThrownBy(() ->
            walk.run(
                build.ready(),
                build.attempt(),
                disk -> disk,
                (next, workspace) -> {
                  if (next.equals(operation)) {
                    List.of(deleted).forEach(workspace::delete);
                  }
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("led from");
  }

  @Test
  void journalThatIsDeletedBeforeTheLastRenameIsFoundOut() throws Exception {
    requireFoundOut("rename .papack/staging/3", ".papack/journal.json");
  }

  @Test
  void oldFileThatIsNotKeptAtTheCommitIsFoundOut() throws Exception {
    requireFoundOut("rename .papack/journal.new", "build/.papack-old-1");
  }

  @Test
  void newFileThatIsNotStagedAtTheCommitIsFoundOut() throws Exception {
    requireFoundOut("rename .papack/journal.new", ".papack/staging/2");
  }
}
