package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.RecordForger.Forgery;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.publish.Operation;
import dev.papack.publish.SetCheck;
import dev.papack.result.ChangedDocument;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Recorded;
import dev.papack.result.Recovered;
import dev.papack.workspace.Stance;
import dev.papack.workspace.WorkspaceDoor;
import dev.papack.workspace.WorkspacePlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever a record says, and whatever is staged with the digests that it names: no command changes
 * an authored document unasked, and none publishes a pack that is not valid to its last byte.
 */
@Tag("slow")
class ForgedRecordTest {
  private static final Pattern ORIGIN = Pattern.compile("\"from\": *\"([^\"]*)\"");

  private static final long SEED = 20_261_129;

  /**
   * Where a forger begins.
   *
   * @param decided a workspace with a record
   * @param place whether the record names this folder
   * @param isOfAPack or of documents
   */
  private record Start(TestWorkspace decided, Decided.Place place, boolean isOfAPack) {
    static List<Start> all() throws IOException, CancelledException {
      List<Start> all = new ArrayList<>();
      for (Decided.Place place : Decided.Place.values()) {
        all.add(new Start(Decided.by(WritingCommand.BUILD, place), place, true));
        all.add(new Start(Decided.by(WritingCommand.ADD, place), place, false));
        all.add(new Start(Decided.by(WritingCommand.MIGRATE, place), place, false));
        all.add(new Start(Decided.by(WritingCommand.MOVE, place), place, false));
      }
      return all;
    }

    /** Once a pack is completed, removing an asset is what was asked for: nothing unasked. */
    List<Decided.Command> commands() {
      List<Decided.Command> commands = new ArrayList<>(Decided.judging(decided));
      if (isOfAPack) {
        commands.remove(Decided.REMOVE);
      }
      return commands;
    }
  }

  private static boolean isValidOrOld(TestWorkspace workspace, Map<String, String> before)
      throws IOException, CancelledException {
    return workspace.published().equals(before)
        || workspace.session().verify(Recorded.IGNORED) instanceof Outcome.Accepted<?>;
  }

  /** What is published, without the hidden names that are kept there until all is done. */
  private static Map<String, String> published(TestWorkspace workspace) {
    return WritingCommand.State.of(workspace).withoutTrials().published();
  }

  private static Map<String, String> authored(TestWorkspace workspace) {
    return WritingCommand.State.of(workspace).withoutTrials().authored();
  }

  /** One forged workspace, before and after commands. */
  private static final class Round {
    private final TestWorkspace forged;
    private final Map<String, String> authored;
    private final Map<String, String> published;
    private int refused;

    Round(TestWorkspace forged) {
      this.forged = forged;
      this.authored = authored(forged);
      this.published = published(forged);
    }

    void judge(List<Decided.Command> commands) throws IOException, CancelledException {
      for (Decided.Command command : commands) {
        TestWorkspace workspace = forged.copy();
        refused += command.run(workspace.session()) instanceof Outcome.Refused<?> ? 1 : 0;
        requireNothingUnasked(workspace);
      }
    }

    private void requireNothingUnasked(TestWorkspace workspace)
        throws IOException, CancelledException {
      assertThat(authored(workspace)).isEqualTo(authored);
      requireWhole(workspace);
    }

    private void requireWhole(TestWorkspace workspace) throws IOException, CancelledException {
      if (!published(workspace).equals(published)) {
        assertThat(workspace.session().verify(Recorded.IGNORED))
            .isInstanceOf(Outcome.Accepted.class);
      }
    }

    /** What is asked for is what was shown. */
    void recover() throws IOException, CancelledException {
      TestWorkspace workspace = forged.copy();
      Set<String> shown = new HashSet<>();
      if (WritingCommand.open(workspace, workspace.disk).recover(Effect.SHOW)
          instanceof Outcome.Accepted<Recovered>(Recovered found, var notes)) {
        shown.addAll(
            found.documents().stream()
                .map(ChangedDocument::document)
                .map(AssetsPath::inWorkspace)
                .map(path -> "game/" + path.text())
                .collect(Collectors.toSet()));
        found.moves().stream()
            .flatMap(move -> Stream.of(move.from(), move.to()))
            .map(path -> "game/" + path.inWorkspace().text())
            .forEach(shown::add);
      }
      requireNothingUnasked(workspace);
      WritingCommand.open(workspace, workspace.disk).recover(Effect.WRITE);
      requireWhole(workspace);
      Map<String, String> now = authored(workspace);
      Set<String> all = new HashSet<>(now.keySet());
      all.addAll(authored.keySet());
      all.removeIf(
          file -> String.valueOf(now.get(file)).equals(String.valueOf(authored.get(file))));
      assertThat(shown).containsAll(all);
    }

    /** From where the record moves files. */
    private Set<String> origins() {
      return records(forged).values().stream()
          .flatMap(record -> ORIGIN.matcher(record).results())
          .map(found -> "game/assets/" + found.group(1))
          .collect(Collectors.toSet());
    }

    /**
     * What is there stays. A file that is kept may come back where the record has it from: whether
     * a crash or a forger removed it from there, nobody can tell, and nothing may be lost.
     */
    void discard() throws IOException, CancelledException {
      TestWorkspace workspace = forged.copy();
      TestWorkspace.accepted(WritingCommand.open(workspace, workspace.disk).discardUnfinished());
      Map<String, String> now = authored(workspace);
      assertThat(now).containsAllEntriesOf(authored);
      for (Map.Entry<String, String> file : now.entrySet()) {
        if (!authored.containsKey(file.getKey())) {
          assertThat(origins()).contains(file.getKey());
          assertThat(authored).containsValue(file.getValue());
        }
      }
      requireWhole(workspace);
      assertThat(workspace.has(".papack/journal.json")).isFalse();
      assertThat(workspace.has(".papack/journal.back")).isFalse();
    }
  }

  private static Map<String, String> records(TestWorkspace workspace) {
    return workspace.disk.files("game/.papack/journal.json", "game/.papack/journal.back");
  }

  @Test
  void nothingForgedIsPublishedUnverifiedOrWrittenUnasked() throws Exception {
    Random random = new Random(SEED);
    List<Start> starts = Start.all();
    int rounds = Campaign.amount(120, 10_000);
    int refused = 0;
    int commands = 0;
    for (int number = 0; number < rounds; number++) {
      Start start = starts.get(random.nextInt(starts.size()));
      TestWorkspace forged = RecordForger.forge(start.decided(), random);
      List<Decided.Command> all = start.commands();
      List<Decided.Command> some =
          List.of(
              all.getFirst(),
              all.get(random.nextInt(all.size())),
              all.get(random.nextInt(all.size())));
      Round round = new Round(forged);
      try {
        round.judge(some);
        round.recover();
        round.discard();
      } catch (AssertionError error) {
        throw new AssertionError(
            "round %d, %s: %s".formatted(number, start.place(), records(forged)), error);
      }
      refused += round.refused;
      commands += some.size();
    }
    assertThat(refused).isGreaterThan(commands / 4);
    Campaign.report(
        "forged-records",
        Campaign.share(rounds, 10_000)
            + " planted, mutated and forged records of versions 1 and 2, each met by three commands,"
            + " recover and discard: 0 authored changes unasked, 0 unverified packs published, "
            + String.format(Locale.ROOT, "%,d of %,d", refused, commands)
            + " commands refused (seed "
            + SEED
            + ")");
  }

  @Test
  void everyForgeryIsMetByEveryCommand() throws Exception {
    Random random = new Random(SEED);
    List<Start> starts = Start.all();
    int number = 0;
    for (Forgery forgery : Forgery.values()) {
      Start start = starts.get(number++ % starts.size());
      Round round = new Round(RecordForger.forge(start.decided(), random, forgery));
      round.judge(start.commands());
      round.recover();
      round.discard();
    }
  }

  @Test
  void aRecoveryThatVerifiesNothingIsFoundOut() throws Exception {
    TestWorkspace workspace =
        RecordForger.forge(
            Decided.by(WritingCommand.BUILD, Decided.Place.HERE), new Random(SEED), Forgery.NOISE);
    SetCheck blind = (_, _) -> List.of();
    WorkspaceDoor door =
        new WorkspaceDoor(
            workspace.disk, WorkspacePlace.together(workspace.path(".")), blind, Observer.NONE);
    Map<String, String> before = workspace.published();
    TestWorkspace.accepted(
        door.writeOutput(Operation.BUILD, Stance.JUDGE, (_, _) -> Outcome.of(true)));
    assertThat(isValidOrOld(workspace, before)).isFalse();
  }

  /** What the digests of documents are worth: asked for, a forged declaration does change one. */
  @Test
  void anotherMeaningIsWrittenOnceItIsAskedFor() throws Exception {
    TestWorkspace workspace =
        RecordForger.forge(
            Decided.by(WritingCommand.BUILD, Decided.Place.HERE),
            new Random(SEED),
            Forgery.ANOTHER_MEANING);
    Map<String, String> before = authored(workspace);
    assertThat(workspace.session().build(Drift.TOLERATED)).isInstanceOf(Outcome.Refused.class);
    assertThat(authored(workspace)).isEqualTo(before);
    TestWorkspace.accepted(workspace.session().recover(Effect.WRITE));
    assertThat(authored(workspace)).isNotEqualTo(before);
  }
}
