package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Outcome;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.RegistryInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workspace that has a record of a decision, as a crash left it; and what is done in one. */
final class Decided {
  /** Changes documents wherever it is not stopped. */
  static final Command REMOVE = session -> session.remove("hero", Effect.WRITE);

  private Decided() {}

  /** Where a record is found. */
  enum Place {
    HERE,
    IN_A_COPY
  }

  /** A session's operation. */
  @FunctionalInterface
  interface Command {
    Outcome<?> run(Session session) throws IOException, CancelledException;
  }

  /** A workspace in which a command crashed right after its decision. */
  static TestWorkspace by(WritingCommand command, Place place)
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

  /** Everything that judges a workspace, or writes in it. */
  static List<Command> judging(TestWorkspace workspace) {
    return List.of(
        session -> session.build(Drift.TOLERATED),
        session -> session.build(Drift.REFUSED),
        session -> session.check(Drift.TOLERATED),
        session -> session.check(Drift.REFUSED),
        session -> session.plan(Drift.TOLERATED),
        session -> session.add(workspace.request("assets"), Effect.WRITE),
        session -> session.add(workspace.request("assets"), Effect.SHOW),
        REMOVE,
        session -> session.remove("hero", Effect.SHOW),
        session -> session.migrate(List.of(), Effect.WRITE, _ -> {}),
        session -> session.migrate(List.of(), Effect.SHOW, _ -> {}),
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
}
