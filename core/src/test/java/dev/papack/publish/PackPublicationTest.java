package dev.papack.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pack and its companions appear together; what is in the way is found before. */
class PackPublicationTest {
  private static final Path GAME = Path.of("/game");
  private static final PackId ID = new PackId(new Sha256(1, 2, 3, 4));
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "game/assets.pa", "new PACK",
          "game/build/asset_table.json", "new ASSET_TABLE",
          "game/build/preload.json", "new PRELOAD",
          "game/build/asset_table_metadata.json", "new ASSET_TABLE_METADATA");

  private MemoryDisk disk;

  @BeforeEach
  void write() {
    disk = new MemoryDisk();
    disk.write("game/assets/index.json", "index").write("game/assets.pa", "old");
  }

  private static Outcome<Publication> begin(WritableDirectory workspace) throws IOException {
    return Publication.begin(workspace, Operation.BUILD);
  }

  private static Publication begun(WritableDirectory workspace) throws IOException {
    if (begin(workspace) instanceof Outcome.Accepted<Publication>(Publication begun, var notes)) {
      return begun;
    }
    throw new AssertionError("refused");
  }

  private Outcome<PackId> publish(TestDisk behind) throws IOException {
    try (WritableDirectory workspace = behind.openForWriting(GAME, "");
        Publication publication = begun(workspace)) {
      publication.stageSpool().write(0, StandardCharsets.UTF_8.encode("on the way"));
      for (PackSlot slot : PackSlot.values()) {
        publication.stage(slot).append(StandardCharsets.UTF_8.encode("new " + slot));
      }
      return publication.publishPack(ID);
    }
  }

  private Map<String, String> published() {
    return disk.files("game/assets.pa", "game/build");
  }

  @Test
  void fourFilesAppearTogetherAndNothingElseStays() throws Exception {
    assertThat(publish(TestDisk.healthy(disk))).isEqualTo(Outcome.of(ID));
    assertThat(published()).isEqualTo(PUBLISHED);
    assertThat(disk.files("game/.papack")).containsOnly(Map.entry("game/.papack/lock", ""));
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      for (PackSlot slot : PackSlot.values()) {
        assertThat(slot.find(new OutputFolder(workspace))).isPresent();
        assertThat(slot.findObstacle(new OutputFolder(workspace))).isEmpty();
      }
    }
  }

  @Test
  void slotThatIsNotThereIsFoundMissing() throws Exception {
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      assertThat(PackSlot.PACK.find(new OutputFolder(workspace))).isPresent();
      assertThat(PackSlot.PRELOAD.find(new OutputFolder(workspace))).isEmpty();
      assertThat(PackSlot.PRELOAD.findObstacle(new OutputFolder(workspace))).isEmpty();
      disk.write("game/build", "a file");
      assertThat(PackSlot.PRELOAD.find(new OutputFolder(workspace))).isEmpty();
    }
  }

  @Test
  void whatIsInTheWayIsFoundBeforeAnythingIsDecided() throws Exception {
    for (String inTheWay : List.of("assets.pa", "build", "build/preload.json")) {
      write();
      if (inTheWay.equals("build")) {
        disk.write("game/build", "a file");
      } else {
        disk.delete("game/assets.pa").plant("game/" + inTheWay, FileType.DIRECTORY);
      }
      Map<String, String> before = published();
      try (WritableDirectory workspace = disk.openForWriting(GAME, "");
          Publication publication = begun(workspace)) {
        assertThat(publication.findObstacle()).as(inTheWay).isPresent();
      }
      assertThat(publish(TestDisk.healthy(disk))).as(inTheWay).isInstanceOf(Outcome.Refused.class);
      assertThat(published()).isEqualTo(before);
      assertThat(disk.has("game/.papack/journal.json")).isFalse();
    }
    write();
    try (WritableDirectory workspace = disk.openForWriting(GAME, "");
        Publication publication = begun(workspace)) {
      assertThat(publication.findObstacle()).isEmpty();
    }
  }

  private void crashBehindTheDecision() {
    AtomicBoolean isDead = new AtomicBoolean();
    TestDisk dying =
        TestDisk.with(
            disk,
            (number, operation) -> {
              if (operation.equals("rename .papack/staging/2")) {
                isDead.set(true);
              }
              if (isDead.get()) {
                throw new IllegalStateException("dead");
              }
            });
    assertThatThrownBy(() -> publish(dying)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void decidedPackIsPublishedByTheNextWriterOnceItIsVerified() throws Exception {
    crashBehindTheDecision();
    assertThat(published()).doesNotContainKey("game/build/preload.json");
    try (WritableDirectory workspace = disk.openForWriting(GAME, "");
        Publication next = begun(workspace)) {
      assertThat(next.unfinished()).isPresent();
      Diagnostic fault = next.unfinished().orElseThrow().warning().as(Severity.ERROR);
      Map<String, String> before = published();
      assertThat(next.complete((_, _) -> List.of(fault)).diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(DiagnosticCode.JOURNAL_CONTRADICTED);
      assertThat(published()).isEqualTo(before);
      assertThat(next.complete((_, _) -> List.of())).isEqualTo(Outcome.of(Settled.COMPLETED));
      assertThat(published()).isEqualTo(PUBLISHED);
    }
  }

  @Test
  void unfinishedPublicationIsWarnedOfWithItsPack() throws Exception {
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      assertThat(Publication.findUnfinished(new OutputFolder(workspace))).isEmpty();
      crashBehindTheDecision();
      Diagnostic warning =
          Publication.findUnfinished(new OutputFolder(workspace)).orElseThrow().warning();
      assertThat(warning.code()).isEqualTo(DiagnosticCode.PUBLICATION_UNFINISHED);
      assertThat(warning.found()).contains("pack " + ID.hex());
      disk.write("game/.papack/journal.json", "{");
      assertThat(
              Publication.findUnfinished(new OutputFolder(workspace))
                  .orElseThrow()
                  .warning()
                  .found())
          .isEmpty();
    }
  }

  @Test
  void publicationThatHasJustBeenFinishedIsNoTrouble() throws Exception {
    crashBehindTheDecision();
    TestDisk vanishing =
        TestDisk.with(
            disk,
            (number, operation) -> {
              if (operation.equals("open .papack/journal.json")) {
                disk.delete("game/.papack/journal.json");
              }
            });
    try (WritableDirectory workspace = vanishing.openForWriting(GAME, "")) {
      assertThat(Publication.findUnfinished(new OutputFolder(workspace))).isEmpty();
    }
    TestDisk broken =
        TestDisk.with(
            disk.write("game/.papack/journal.json", "{"),
            (number, operation) -> {
              if (operation.equals("open .papack/journal.json")) {
                throw new DiskException(DiskException.Trouble.OTHER, operation, "broken");
              }
            });
    try (WritableDirectory workspace = broken.openForWriting(GAME, "")) {
      assertThatThrownBy(() -> Publication.findUnfinished(new OutputFolder(workspace)))
          .isInstanceOf(DiskException.class);
    }
  }

  @Test
  void foreignThingInTheControlFolderIsNamedAndKept() throws Exception {
    for (String name :
        List.of("lock", "owner.json", "owner.new", "journal.json", "journal.new", "staging/0")) {
      write();
      disk.plant("game/.papack/" + name, FileType.DIRECTORY);
      try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
        Diagnostic fault = begin(workspace).diagnostics().getFirst();
        assertThat(fault.location().toString()).as(name).contains(".papack/" + name);
        assertThat(FirstFix.title(fault).orElseThrow())
            .as(name)
            .startsWith("delete the folder .papack");
      }
      assertThat(disk.has("game/.papack/" + name)).isTrue();
    }
    write();
    disk.write("game/.papack/staging", "a file");
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      assertThat(begin(workspace).diagnostics()).hasSize(1);
    }
    write();
    disk.write("game/.papack", "a file");
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      assertThat(begin(workspace).diagnostics()).hasSize(1);
      assertThat(Publication.makeFolder(workspace).diagnostics()).hasSize(1);
      // It may hide a record.
      assertThat(Publication.findUnfinished(new OutputFolder(workspace)))
          .map(UnfinishedRecord::kind)
          .contains(UnfinishedRecord.Kind.HIDDEN);
    }
  }

  @Test
  void folderIsMadeOnceAndSurvivesAPowerCut() throws Exception {
    List<String> log = new ArrayList<>();
    TestDisk logging = TestDisk.with(disk, (number, operation) -> log.add(operation));
    try (WritableDirectory workspace = logging.openForWriting(GAME, "")) {
      for (int i = 0; i < 2; i++) {
        assertThat(Publication.makeFolder(workspace))
            .isEqualTo(Outcome.of(new FileName(".papack")));
      }
    }
    assertThat(log.stream().filter(operation -> operation.startsWith("flush"))).hasSize(1);
  }

  @Test
  void lockIsTriedTenTimesWhileItsOwnerIsNamelessAndOnceWhenItIsNamed() throws Exception {
    List<String> log = new ArrayList<>();
    TestDisk logging = TestDisk.with(disk, (number, operation) -> log.add(operation));
    try (WritableDirectory workspace = disk.openForWriting(GAME, "");
        Publication first = begun(workspace);
        WritableDirectory other = logging.openForWriting(GAME, "")) {
      assertThat(first.unfinished()).isEmpty();
      assertThat(begin(other).diagnostics()).hasSize(1);
      assertThat(tries(log)).isEqualTo(1);
      disk.delete("game/.papack/owner.json");
      log.clear();
      assertThat(begin(other).diagnostics()).hasSize(1);
      assertThat(tries(log)).isEqualTo(10);
    }
    assertThat(logging.openHandles()).isZero();
  }

  private static long tries(List<String> log) {
    return log.stream().filter(operation -> operation.equals("lock .papack/lock")).count();
  }

  @Test
  void leftoverOfACrashWhileDecidingGivesWay() throws Exception {
    disk.write("game/.papack/journal.new", "half of");
    assertThat(publish(TestDisk.healthy(disk))).isEqualTo(Outcome.of(ID));
    assertThat(published()).isEqualTo(PUBLISHED);
    assertThat(disk.has("game/.papack/journal.new")).isFalse();
  }

  @Test
  void everyFolderIsFlushedBehindTheDecisionAndTheClearedJournalToo() throws Exception {
    List<String> log = new ArrayList<>();
    TestDisk logging = TestDisk.with(disk, (number, operation) -> log.add(operation));
    publish(logging);
    assertThat(log)
        .containsSubsequence(
            "rename .papack/journal.new",
            "flush .papack",
            "rename .papack/staging/0",
            "create build",
            "flush ",
            "rename .papack/staging/1",
            "flush ",
            "flush build",
            "delete .papack/journal.json",
            "flush .papack");
    assertThat(logging.openHandles()).isZero();
  }

  @Test
  void followerIsToldOfEachDocumentOnce() throws Exception {
    List<String> told = new ArrayList<>();
    try (WritableDirectory workspace = disk.openForWriting(GAME, "");
        Publication publication = begun(workspace)) {
      for (String name : List.of("a", "b")) {
        DeclarationPlace place =
            DeclarationPlace.of(AssetsPath.of(name + ".asset.json")).orElseThrow();
        publication.stageDocument(
            new DocumentChange.OfDeclaration(place, Optional.empty(), Optional.of(name)));
      }
      publication.publishDocuments((step, done) -> told.add(step + " " + done));
    }
    assertThat(told).containsExactly("VERIFIED 1", "VERIFIED 2", "REPLACED 1", "REPLACED 2");
  }

  @Test
  void declarationOfTheMostBytesIsWritten() throws Exception {
    String longest = "x".repeat(16 << 20);
    DeclarationPlace place = DeclarationPlace.of(AssetsPath.of("a.asset.json")).orElseThrow();
    try (WritableDirectory workspace = disk.openForWriting(GAME, "");
        Publication publication = begun(workspace)) {
      assertThat(
              publication.publishDocuments(
                  List.of(
                      new DocumentChange.OfDeclaration(
                          place, Optional.empty(), Optional.of(longest)))))
          .isEqualTo(Outcome.of(1));
    }
    assertThat(disk.text("game/assets/a.asset.json")).hasSize(16 << 20);
  }

  @Test
  void fileThatCannotBeClosedKeepsNoOtherOpen() throws Exception {
    TestDisk failing =
        TestDisk.with(
            disk,
            (number, operation) -> {
              if (operation.startsWith("close .papack/staging/")) {
                throw new DiskException(DiskException.Trouble.OTHER, operation, "cannot close");
              }
            });
    assertThatThrownBy(
            () -> {
              try (WritableDirectory workspace = failing.openForWriting(GAME, "");
                  Publication publication = begun(workspace)) {
                publication.stage(PackSlot.PACK);
                publication.stage(PackSlot.PRELOAD);
              }
            })
        .isInstanceOf(DiskException.class)
        .satisfies(trouble -> assertThat(trouble.getSuppressed()).hasSize(1));
  }
}
