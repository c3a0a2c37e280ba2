package dev.papack.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Authored documents are written all or none, and never over what nobody has read. */
class PublicationTest {
  private static final Path GAME = Path.of("/game");

  private MemoryDisk disk;

  @BeforeEach
  void write() {
    disk = new MemoryDisk();
    disk.write("game/assets/index.json", "index").write("game/assets/a.asset.json", "a");
  }

  private static DocumentChange change(String path, String before, String after) {
    Optional<Sha256> digest =
        before.isEmpty()
            ? Optional.empty()
            : Optional.of(Sha256.of(StandardCharsets.UTF_8.encode(before)));
    return DeclarationPlace.of(AssetsPath.of(path))
        .<DocumentChange>map(place ->
            new DocumentChange.OfDeclaration(
                place, digest, after.isEmpty() ? Optional.empty() : Optional.of(after)))
        .orElseGet(() -> new DocumentChange.OfRegistry(digest, after));
  }

  private Outcome<Integer> publish(TestDisk behind, DocumentChange... changes) throws IOException {
    try (WritableDirectory workspace = behind.openForWriting(GAME, "");
        Publication publication = begin(workspace)) {
      return publication.publishDocuments(List.of(changes));
    }
  }

  private static Publication begin(WritableDirectory workspace) throws IOException {
    if (Publication.begin(workspace, Operation.ADD)
        instanceof Outcome.Accepted<Publication>(Publication publication, var notes)) {
      return publication;
    }
    throw new AssertionError("refused");
  }

  @Test
  void documentsAreCreatedReplacedAndDeletedTogether() throws Exception {
    Outcome<Integer> published =
        publish(
            TestDisk.healthy(disk),
            change("index.json", "index", "index 2"),
            change("a.asset.json", "a", ""),
            change("b.asset.json", "", "b"));
    assertThat(published).isEqualTo(Outcome.of(3));
    assertThat(disk.files("game/assets"))
        .containsOnly(
            Map.entry("game/assets/index.json", "index 2"),
            Map.entry("game/assets/b.asset.json", "b"));
  }

  @Test
  void fileThatChangedSinceItWasReadStopsEverything() throws Exception {
    for (DocumentChange changed :
        List.of(
            change("a.asset.json", "other", "new"),
            change("a.asset.json", "", "new"),
            change("a.asset.json", "other", ""),
            change("c.asset.json", "gone", "new"),
            change("no/such.asset.json", "", "new"))) {
      Map<String, String> before = disk.files("game/assets");
      Outcome<Integer> published =
          publish(TestDisk.healthy(disk), change("index.json", "index", "index 2"), changed);
      assertThat(published.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(DiagnosticCode.FILE_CHANGED);
      assertThat(disk.files("game/assets")).isEqualTo(before);
      assertThat(disk.has("game/.papack/journal.json")).isFalse();
      assertThat(disk.has("game/.papack/staging")).isFalse();
    }
  }

  @Test
  void stagedFileThatReadsBackOtherwiseIsNeverDecided() throws Exception {
    TestDisk lying =
        TestDisk.with(
            disk,
            (number, operation) -> {
              if (operation.equals("close .papack/staging/index")) {
                disk.write("game/.papack/staging/index", "not what was written");
              }
            });
    Assertions.assertThatThrownBy(() -> publish(lying, change("index.json", "index", "index 2")))
        .isInstanceOf(DiskException.class);
    assertThat(disk.text("game/assets/index.json")).isEqualTo("index");
    assertThat(disk.has("game/.papack/journal.json")).isFalse();
  }

  @Test
  void folderOfAnotherFileSystemIsFoundOutBeforeTheDecision() throws Exception {
    disk.plant("game/assets/far", FileType.DIRECTORY).mount("assets/far");
    Assertions.assertThatThrownBy(() ->
            publish(
                TestDisk.healthy(disk),
                change("index.json", "index", "index 2"),
                change("far/b.asset.json", "", "b")))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("assets/far");
    assertThat(disk.text("game/assets/index.json")).isEqualTo("index");
    assertThat(disk.has("game/.papack/journal.json")).isFalse();
  }

  @Test
  void documentThatCouldNotBeReadBackIsNotWritten() throws Exception {
    Outcome<Integer> published =
        publish(TestDisk.healthy(disk), change("a.asset.json", "a", "x".repeat((16 << 20) + 1)));
    assertThat(published.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.DOCUMENT_SIZE);
    assertThat(disk.text("game/assets/a.asset.json")).isEqualTo("a");
  }

  @Test
  void everythingIsFlushedBeforeTheDecisionAndBeforeItIsCleared() throws Exception {
    List<String> log = new ArrayList<>();
    TestDisk logging = TestDisk.with(disk, (number, operation) -> log.add(operation));
    publish(logging, change("index.json", "index", "index 2"), change("sub.asset.json", "", "new"));
    int decision = log.indexOf("rename .papack/journal.new");
    int cleared = log.indexOf("delete .papack/journal.json");
    assertThat(log.subList(0, decision))
        .containsSubsequence("create .papack/staging", "flush .papack")
        .containsSubsequence("flush .papack/staging/index", "flush .papack/staging/0")
        .containsSubsequence("flush .papack/staging", "flush .papack/journal.new");
    assertThat(log.subList(decision, cleared))
        .containsSubsequence(
            "flush .papack",
            "rename .papack/staging/0",
            "rename .papack/staging/index",
            "flush assets");
    assertThat(log.subList(0, decision)).noneMatch(operation -> operation.equals("flush assets"));
  }

  @Test
  void secondPublicationIsRefusedUntilTheFirstIsClosed() throws Exception {
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      try (Publication first = begin(workspace)) {
        Diagnostic fault = Publication.begin(workspace, Operation.BUILD).diagnostics().getFirst();
        assertThat(fault.code()).isEqualTo(DiagnosticCode.WORKSPACE_LOCKED);
        assertThat(fault.message())
            .isEqualTo(
                "process " + ProcessHandle.current().pid() + " (add) is writing in this workspace");
        assertThat(first.publishDocuments(List.of(change("b.asset.json", "", "b"))))
            .isEqualTo(Outcome.of(1));
      }
      assertThat(disk.has("game/.papack/owner.json")).isFalse();
      begin(workspace).close();
    }
  }

  @Test
  void ownerThatIsNotDescribedIsWaitedForAndThenNameless() throws Exception {
    for (String described : List.of("", "{", "{\"artifact\": \"lock_owner\"}")) {
      try (WritableDirectory workspace = disk.openForWriting(GAME, "");
          Publication first = begin(workspace)) {
        assertThat(first.unfinished()).isEmpty();
        disk.delete("game/.papack/owner.json");
        if (!described.isEmpty()) {
          disk.write("game/.papack/owner.json", described);
        }
        Diagnostic fault = Publication.begin(workspace, Operation.BUILD).diagnostics().getFirst();
        assertThat(fault.code()).isEqualTo(DiagnosticCode.WORKSPACE_LOCKED);
        assertThat(fault.message()).isEqualTo("another papack is writing in this workspace");
      }
    }
  }

  @Test
  void ownerThatIsDoneWhileItsDescriptionIsReadIsNoTrouble() throws Exception {
    try (WritableDirectory workspace = disk.openForWriting(GAME, "");
        Publication first = begin(workspace)) {
      assertThat(first.unfinished()).isEmpty();
      TestDisk vanishing =
          TestDisk.with(
              disk,
              (number, operation) -> {
                if (operation.equals("open .papack/owner.json")) {
                  disk.delete("game/.papack/owner.json");
                }
              });
      try (WritableDirectory other = vanishing.openForWriting(GAME, "")) {
        assertThat(Publication.begin(other, Operation.BUILD).diagnostics())
            .extracting(Diagnostic::code)
            .containsExactly(DiagnosticCode.WORKSPACE_LOCKED);
      }
    }
  }

  @Test
  void descriptionOfAKilledOwnerGivesWayToTheNext() throws Exception {
    disk.write("game/.papack/owner.json", new LockOwner(1, "build").write())
        .write("game/.papack/owner.new", "half of")
        .write("game/.papack/lock", "");
    try (WritableDirectory workspace = disk.openForWriting(GAME, "");
        Publication publication = begin(workspace)) {
      assertThat(publication.unfinished()).isEmpty();
      assertThat(disk.text("game/.papack/owner.json"))
          .isEqualTo(LockOwner.here(Operation.ADD).write());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_SPACE", "IN_USE"})
  void descriptionThatCannotBeWrittenKeepsNobodyFromTheLock(DiskException.Trouble trouble)
      throws Exception {
    TestDisk troubled =
        TestDisk.with(
            disk,
            (number, operation) -> {
              if (operation.contains(".papack/owner.") && !operation.startsWith("find")) {
                throw new DiskException(trouble, operation, "injected");
              }
            });
    assertThat(publish(troubled, change("b.asset.json", "", "b"))).isEqualTo(Outcome.of(1));
    assertThat(disk.text("game/assets/b.asset.json")).isEqualTo("b");
  }
}
