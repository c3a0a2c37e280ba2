package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.publish.Operation;
import dev.papack.publish.SetCheck;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Recorded;
import dev.papack.result.Recovered;
import dev.papack.result.RegistryInput;
import dev.papack.workspace.Stance;
import dev.papack.workspace.WorkspaceDoor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A record of a decision proves nothing by itself: not in the folder that it was written in, and
 * still less in a copy. No authored document changes unasked, and no pack is published that is not
 * valid to its last byte.
 */
class PlantedRecordTest {
  private static final long SEED = 20261129;

  /** Where a record is found. */
  enum Place {
    HERE,
    IN_A_COPY
  }

  /** A session's operation. */
  @FunctionalInterface
  private interface Command {
    Outcome<?> run(Session session) throws IOException, CancelledException;
  }

  private static TestWorkspace decided(WritingCommand command, Place place)
      throws IOException, CancelledException {
    TestWorkspace workspace = command.ready();
    TestDisk dying =
        TestDisk.with(
            workspace.disk,
            (_, operation) -> {
              if (workspace.has(".papack/journal.json")) {
                throw new TestDisk.Crash(operation);
              }
            });
    command.crashes(workspace, dying);
    assertThat(workspace.has(".papack/journal.json")).isTrue();
    return switch (place) {
      case HERE -> workspace;
      case IN_A_COPY -> cloned(workspace);
    };
  }

  /** The same files in another control folder, as a clone or a copy has them. */
  private static TestWorkspace cloned(TestWorkspace workspace) {
    List<String> files =
        workspace.disk.files("game/.papack").keySet().stream()
            .map(path -> path.substring("game/".length()))
            .toList();
    Map<String, byte[]> contents = new TreeMap<>();
    files.forEach(file -> contents.put(file, workspace.disk.read("game/" + file)));
    workspace.delete(".papack");
    contents.forEach(workspace::write);
    return workspace;
  }

  private static List<Command> judging(TestWorkspace workspace) {
    return List.of(
        session -> session.build(Drift.TOLERATED, Observer.NONE),
        session -> session.build(Drift.REFUSED, Observer.NONE),
        session -> session.check(Drift.TOLERATED, Observer.NONE),
        session -> session.check(Drift.REFUSED, Observer.NONE),
        session -> session.plan(Drift.TOLERATED),
        session -> session.add(workspace.request("assets"), Effect.WRITE),
        session -> session.add(workspace.request("assets"), Effect.SHOW),
        session -> session.remove("hero", Effect.WRITE),
        session -> session.remove("hero", Effect.SHOW),
        session -> session.migrate(List.of(), Effect.WRITE, _ -> {}, Observer.NONE),
        session -> session.migrate(List.of(), Effect.SHOW, _ -> {}, Observer.NONE),
        session -> session.fix(Effect.WRITE),
        session -> session.fix(Effect.SHOW),
        session -> session.rebuildRegistry(Effect.WRITE),
        session -> session.rebuildRegistry(Effect.SHOW),
        session ->
            session.compareRegistry(
                new RegistryInput.OfStream(
                    new ByteArrayInputStream(
                        workspace.read("assets/index.json").getBytes(StandardCharsets.UTF_8)),
                    "-")));
  }

  private static List<Diagnostic> unfinished(Outcome<?> outcome) {
    return outcome.diagnostics().stream()
        .filter(fault -> fault.code() == DiagnosticCode.PUBLICATION_UNFINISHED)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void noCommandThatJudgesOrWritesFinishesDocumentsUnasked(Place place) throws Exception {
    TestWorkspace workspace = decided(WritingCommand.ADD, place);
    Map<String, String> authored = workspace.authored();
    Map<String, String> published = workspace.published();
    for (Command command : judging(workspace)) {
      Outcome<?> outcome = command.run(workspace.session());
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(unfinished(outcome))
          .singleElement()
          .satisfies(fault -> assertThat(fault.severity()).isEqualTo(Severity.ERROR));
      assertThat(workspace.authored()).isEqualTo(authored);
      assertThat(workspace.published()).isEqualTo(published);
      assertThat(workspace.has(".papack/journal.json")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void commandsThatOnlyLookGoOnWithAWarning(Place place) throws Exception {
    TestWorkspace workspace = decided(WritingCommand.ADD, place);
    List<Command> looking =
        List.of(
            Session::list,
            Session::inspect,
            Session::doctor,
            session -> session.verify(Recorded.IGNORED));
    for (Command command : looking) {
      Outcome<?> outcome = command.run(workspace.session());
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      assertThat(unfinished(outcome))
          .singleElement()
          .satisfies(fault -> assertThat(fault.severity()).isEqualTo(Severity.WARNING));
    }
  }

  @ParameterizedTest
  @EnumSource
  void recoverShowsTheExactChangeAndMakesItWhenToldTo(Place place) throws Exception {
    TestWorkspace workspace = decided(WritingCommand.ADD, place);
    Map<String, String> authored = workspace.authored();
    Recovered shown = TestWorkspace.accepted(workspace.session().recover(Effect.SHOW));
    assertThat(shown.state()).isEqualTo(Recovered.State.FOUND);
    assertThat(shown.documents())
        .anySatisfy(
            document -> assertThat(document.diff().text()).contains("--- a/assets/index.json"));
    assertThat(workspace.authored()).isEqualTo(authored);

    Recovered done = TestWorkspace.accepted(workspace.session().recover(Effect.WRITE));
    assertThat(done.state()).isEqualTo(Recovered.State.FINISHED);
    assertThat(done.documents().stream().map(document -> document.diff().text()))
        .containsExactlyElementsOf(
            shown.documents().stream().map(document -> document.diff().text()).toList());
    assertThat(workspace.authored()).isNotEqualTo(authored);
    assertThat(TestWorkspace.accepted(workspace.session().recover(Effect.SHOW)).state())
        .isEqualTo(Recovered.State.NOTHING_FOUND);
  }

  @Test
  void aBuildCompletesAPackOfThisFolderAndStopsAtOneFromElsewhere() throws Exception {
    TestWorkspace here = decided(WritingCommand.BUILD, Place.HERE);
    TestWorkspace.accepted(here.session().build(Drift.TOLERATED, Observer.NONE));
    assertThat(here.has(".papack/journal.json")).isFalse();

    TestWorkspace copy = decided(WritingCommand.BUILD, Place.IN_A_COPY);
    Map<String, String> published = copy.published();
    Outcome<?> outcome = copy.session().build(Drift.TOLERATED, Observer.NONE);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(copy.published()).isEqualTo(published);
    Recovered shown = TestWorkspace.accepted(copy.session().recover(Effect.SHOW));
    assertThat(shown.packId()).isPresent();
    assertThat(shown.comparison()).isPresent();
    TestWorkspace.accepted(copy.session().recover(Effect.WRITE));
    TestWorkspace.accepted(copy.session().verify(Recorded.IGNORED));
    assertThat(copy.published()).isNotEqualTo(published);
  }

  @Test
  void aFrozenBuildNeverRecovers() throws Exception {
    TestWorkspace workspace = decided(WritingCommand.BUILD, Place.HERE);
    Map<String, String> published = workspace.published();
    assertThat(workspace.session().build(Drift.REFUSED, Observer.NONE))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(workspace.session().check(Drift.REFUSED, Observer.NONE))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(workspace.published()).isEqualTo(published);
    assertThat(workspace.session().verify(Recorded.IGNORED)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void theGateOfVersionsComesBeforeAnyRecovery() throws Exception {
    TestWorkspace workspace = decided(WritingCommand.BUILD, Place.HERE);
    Map<String, String> published = workspace.published();
    workspace.write(
        "assets/index.json",
        workspace
            .read("assets/index.json")
            .replace("\"schema_version\": 3", "\"schema_version\": 99"));
    for (Outcome<?> outcome :
        List.of(
            workspace.session().build(Drift.TOLERATED, Observer.NONE),
            workspace.session().recover(Effect.WRITE))) {
      assertThat(outcome.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(DiagnosticCode.VERSION_TOO_NEW);
    }
    assertThat(workspace.published()).isEqualTo(published);
    assertThat(workspace.has(".papack/journal.json")).isTrue();
  }

  /**
   * A record that says of the published set that it is the new one, and that there was no other.
   */
  private static TestWorkspace claimingThatNothingWasBefore(String journal) throws Exception {
    TestWorkspace workspace = decided(WritingCommand.BUILD, Place.IN_A_COPY);
    String record = workspace.read(".papack/journal.json");
    List<String> published =
        List.of(
            "assets.pa",
            "build/asset_table.json",
            "build/preload.json",
            "build/asset_table_metadata.json");
    for (int slot = 0; slot < 4; slot++) {
      record =
          record.replace(
              digest(workspace.disk.read("game/.papack/staging/" + slot)),
              digest(workspace.disk.read("game/" + published.get(slot))));
    }
    record = record.replace("\"old\": \"kept\"", "\"old\": \"nothing\"");
    for (String path : workspace.published().keySet()) {
      if (path.contains("/.papack-old-")) {
        workspace.disk.delete(path);
      }
    }
    return workspace
        .delete(".papack/journal.json")
        .write(
            ".papack/" + journal,
            SignedRecord.of(record.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal.json", "journal.back"})
  void aRecordFromElsewhereNeverDeletesWhatIsPublished(String journal) throws Exception {
    TestWorkspace workspace = claimingThatNothingWasBefore(journal);
    Map<String, String> published = workspace.published();
    workspace.session().build(Drift.TOLERATED, Observer.NONE);
    TestWorkspace.accepted(workspace.session().discardUnfinished());
    assertThat(workspace.published()).isEqualTo(published);
  }

  /** Four staged files of random bytes, and a record whose digests are theirs. */
  private static TestWorkspace forged(TestWorkspace decided, Random random) {
    TestWorkspace workspace = decided.copy();
    String record = workspace.read(".papack/journal.json");
    for (int slot = 0; slot < 4; slot++) {
      byte[] old = workspace.disk.read("game/.papack/staging/" + slot);
      byte[] bytes = random.nextInt(3) == 0 ? changed(old, random) : noise(random);
      workspace.write(".papack/staging/" + slot, bytes);
      record =
          record
              .replace(digest(old), digest(bytes))
              .replaceFirst("(\"slot\": " + slot + ",\\s*\"size\": )\\d+", "$1" + bytes.length);
    }
    return workspace.write(
        ".papack/journal.json",
        SignedRecord.of(record.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] changed(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  private static String digest(byte[] bytes) {
    return Sha256.of(ByteBuffer.wrap(bytes)).hex();
  }

  /** One bit or one byte of the record, signed anew where that is possible, or of a staged file. */
  private static TestWorkspace mutated(TestWorkspace decided, Random random) {
    TestWorkspace workspace = decided.copy();
    byte[] record = workspace.disk.read("game/.papack/journal.json");
    if (random.nextInt(4) > 0) {
      byte[] changed = changed(record, random);
      return workspace.write(".papack/journal.json", SignedRecord.of(changed).orElse(changed));
    }
    List<String> staged =
        workspace.disk.files("game/.papack/staging").keySet().stream()
            .filter(path -> workspace.disk.read(path).length > 0)
            .toList();
    String path = staged.get(random.nextInt(staged.size()));
    workspace.disk.write(path, changed(workspace.disk.read(path), random));
    return workspace;
  }

  private static boolean isValidOrOld(TestWorkspace workspace, Map<String, String> before)
      throws IOException, CancelledException {
    return workspace.published().equals(before)
        || workspace.session().verify(Recorded.IGNORED) instanceof Outcome.Accepted<?>;
  }

  @Test
  void nothingPlantedIsPublishedUnverifiedOrWrittenUnasked() throws Exception {
    Random random = new Random(SEED);
    List<TestWorkspace> packs =
        List.of(
            decided(WritingCommand.BUILD, Place.HERE),
            decided(WritingCommand.BUILD, Place.IN_A_COPY));
    List<TestWorkspace> documents =
        List.of(
            decided(WritingCommand.ADD, Place.HERE),
            decided(WritingCommand.MIGRATE, Place.IN_A_COPY));
    int rounds = Campaign.amount(400, 10_000);
    int refused = 0;
    for (int round = 0; round < rounds; round++) {
      boolean isPack = random.nextBoolean();
      TestWorkspace start = (isPack ? packs : documents).get(random.nextInt(2));
      TestWorkspace workspace =
          isPack && random.nextBoolean() ? forged(start, random) : mutated(start, random);
      Map<String, String> authored = workspace.authored();
      Map<String, String> published = workspace.published();
      Outcome<?> built = workspace.session().build(Drift.TOLERATED, Observer.NONE);
      refused += built instanceof Outcome.Refused<?> ? 1 : 0;
      assertThat(workspace.authored()).as("round %s", round).isEqualTo(authored);
      assertThat(isValidOrOld(workspace, published)).as("round %s", round).isTrue();
      if (isPack) {
        workspace.session().recover(Effect.WRITE);
        assertThat(isValidOrOld(workspace, published)).as("round %s", round).isTrue();
        assertThat(workspace.authored()).as("round %s", round).isEqualTo(authored);
      }
      TestWorkspace.accepted(workspace.session().discardUnfinished());
    }
    assertThat(refused).isGreaterThan(rounds / 4);
    Campaign.report(
        "planted-records",
        Campaign.share(rounds, 10_000)
            + " planted, mutated and forged records: 0 authored changes unasked, 0 unverified packs"
            + " published, "
            + refused
            + " builds refused (seed "
            + SEED
            + ")");
  }

  @Test
  void aRecoveryThatVerifiesNothingIsFoundOut() throws Exception {
    TestWorkspace workspace = forged(decided(WritingCommand.BUILD, Place.HERE), new Random(SEED));
    SetCheck blind = (_, _) -> List.of();
    WorkspaceDoor door = new WorkspaceDoor(workspace.disk, workspace.path("."), blind);
    Map<String, String> before = workspace.published();
    TestWorkspace.accepted(door.write(Operation.BUILD, Stance.JUDGE, (_, _) -> Outcome.of(true)));
    assertThat(isValidOrOld(workspace, before)).isFalse();
  }
}
