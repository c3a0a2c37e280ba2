package dev.papack.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.disk.FileType;
import dev.papack.disk.FolderId;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a decided publication does to what it finds, and what stops it. */
class RecoveryTest {
  private static final Path GAME = Path.of("/game");

  private MemoryDisk disk;

  @BeforeEach
  void crashedBetweenDecisionAndReplacement() {
    disk = new MemoryDisk();
    disk.write("game/assets/index.json", "old index")
        .write("game/assets/gone.asset.json", "old gone")
        .write("game/.papack/staging/index", "new index")
        .write("game/.papack/staging/1", "new hero");
    journal(
        new JournalRecord.OfDocuments(
            folder(),
            List.of(
                declaration(0, "gone.asset.json", before("old gone"), Optional.empty()),
                declaration(1, "a/hero.asset.json", Optional.empty(), after("new hero"))),
            Optional.of(
                new Replacement.Registry(before("old index"), after("new index").orElseThrow())),
            Optional.empty(),
            List.of()));
    disk.plant("game/assets/a", FileType.DIRECTORY);
  }

  private static Replacement.Declaration declaration(
      int number, String file, Optional<Sha256> before, Optional<StagedContent> after) {
    DeclarationPlace place = DeclarationPlace.of(AssetsPath.of(file)).orElseThrow();
    return new Replacement.Declaration(number, place, before, after);
  }

  private void journal(JournalRecord decided) {
    disk.write("game/.papack/journal.json", RecordDocument.write(decided));
  }

  private static Sha256 digest(String text) {
    return Sha256.of(StandardCharsets.UTF_8.encode(text));
  }

  private static Optional<Sha256> before(String text) {
    return Optional.of(digest(text));
  }

  private static Optional<StagedContent> after(String text) {
    return Optional.of(new StagedContent(text.length(), digest(text)));
  }

  /** What was found, and is settled. */
  private enum Found {
    NOTHING,
    UNFINISHED
  }

  /** Recovers, or gives up, as the command of that name does. */
  private Outcome<Found> begin(Operation operation) throws IOException {
    return begin(operation, (_, _) -> List.of());
  }

  private Outcome<Found> begin(Operation operation, SetCheck check) throws IOException {
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      return Publication.begin(workspace, operation)
          .then(publication -> {
            try (publication) {
              if (publication.unfinished().isEmpty()) {
                return Outcome.of(Found.NOTHING);
              }
              return (operation == Operation.DISCARD_UNFINISHED
                      ? publication.giveUp(check)
                      : publication.complete(check))
                  .map(_ -> Found.UNFINISHED);
            }
          });
    }
  }

  /** The folder of the control data, as its own records name it. */
  private FolderId folder() {
    try (WritableDirectory workspace = disk.openForWriting(GAME, "");
        WritableDirectory control = workspace.openDirectory(new FileName(".papack"))) {
      return control.id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stopsWith(DiagnosticCode code) throws IOException {
    Map<String, String> before = disk.files("game/assets", "game/build", "game/assets.pa");
    for (int i = 0; i < 2; i++) {
      assertThat(begin(Operation.RECOVER).diagnostics().stream().map(Diagnostic::code))
          .containsExactly(code);
      assertThat(disk.files("game/assets", "game/build", "game/assets.pa")).isEqualTo(before);
      assertThat(disk.has("game/.papack/journal.json")).isTrue();
    }
    assertThat(begin(Operation.DISCARD_UNFINISHED)).isInstanceOf(Outcome.Accepted.class);
    assertThat(disk.files("game/assets", "game/build", "game/assets.pa")).isEqualTo(before);
    assertThat(begin(Operation.RECOVER)).isEqualTo(Outcome.of(Found.NOTHING));
  }

  @Test
  void everythingIsCarriedOut() throws Exception {
    assertThat(begin(Operation.RECOVER)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.files("game"))
        .containsOnly(
            Map.entry("game/assets/index.json", "new index"),
            Map.entry("game/assets/a/hero.asset.json", "new hero"),
            Map.entry("game/.papack/lock", ""));
  }

  @Test
  void whatIsDoneAlreadyStaysDone() throws Exception {
    disk.move("game/.papack/staging/index", "game/assets/index.json");
    disk.delete("game/assets/gone.asset.json");
    assertThat(begin(Operation.RECOVER)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.text("game/assets/index.json")).isEqualTo("new index");
    assertThat(disk.text("game/assets/a/hero.asset.json")).isEqualTo("new hero");
  }

  @Test
  void discardingKeepsEveryFile() throws Exception {
    Map<String, String> before = disk.files("game/assets");
    assertThat(begin(Operation.DISCARD_UNFINISHED)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.files("game/assets")).isEqualTo(before);
    assertThat(disk.has("game/.papack/staging")).isFalse();
  }

  private void discardingWarnsOf(String... files) throws IOException {
    assertThat(begin(Operation.DISCARD_UNFINISHED).diagnostics())
        .allSatisfy(fault -> {
          assertThat(fault.code()).isEqualTo(DiagnosticCode.PUBLICATION_MIXED);
          assertThat(fault.severity()).isEqualTo(Severity.WARNING);
        })
        .flatExtracting(fault -> fault.related())
        .extracting(related -> related.location().path())
        .containsExactly(files);
    assertThat(disk.has("game/.papack/journal.json")).isFalse();
  }

  @Test
  void discardingWhatHasNotBegunWarnsOfNothing() throws Exception {
    discardingWarnsOf();
  }

  @Test
  void discardingWithoutTheOldFilesWarnsOfTheNewOnes() throws Exception {
    disk.write("game/assets/index.json", "new index").delete("game/assets/gone.asset.json");
    discardingWarnsOf("assets/gone.asset.json", "assets/index.json");
    assertThat(disk.text("game/assets/index.json")).isEqualTo("new index");
  }

  @Test
  void discardingWithTheOldFilesPutsThemBackAndWarnsOfNothing() throws Exception {
    disk.move("game/assets/index.json", "game/assets/.papack-old-index")
        .write("game/assets/index.json", "new index");
    discardingWarnsOf();
    assertThat(disk.text("game/assets/index.json")).isEqualTo("old index");
  }

  @Test
  void discardingWhatIsDoneWarnsOfNothing() throws Exception {
    disk.write("game/assets/index.json", "new index")
        .write("game/assets/a/hero.asset.json", "new hero")
        .delete("game/assets/gone.asset.json");
    discardingWarnsOf();
  }

  /** A pack of which two files are published, and their old ones are not kept. */
  private void replaceHalfOfAPack() {
    List<Replacement.Derived> files = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      boolean isNew = slot.number() < 2;
      disk.write("game/" + slot.path().text(), (isNew ? "new " : "old ") + slot);
      StagedContent content = after("new " + slot).orElseThrow();
      files.add(new Replacement.Derived(slot, content, Replacement.Old.KEPT));
    }
    journal(new JournalRecord.OfPublication(folder(), new PackId(digest("any")), files));
  }

  private static final SetCheck INVALID =
      (_, _) ->
          List.of(
              Diagnostic.error(
                  DiagnosticCode.PACK_DAMAGED, Location.of(Artifact.WORKSPACE, ""), "is mixed"));

  @Test
  void discardingHalfAPackWarnsUnlessWhatStandsIsValid() throws Exception {
    replaceHalfOfAPack();
    Outcome<Found> discarded = begin(Operation.DISCARD_UNFINISHED, INVALID);
    assertThat(discarded.diagnostics())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(DiagnosticCode.PUBLICATION_MIXED);
          assertThat(warning.found()).contains("2 of 4 files are new");
          assertThat(FirstFix.title(warning)).contains("publish a whole set");
        });
    replaceHalfOfAPack();
    assertThat(begin(Operation.DISCARD_UNFINISHED).diagnostics()).isEmpty();
  }

  @Test
  void discardingARecordThatCannotBeReadWarnsOfASetThatIsNotValid() throws Exception {
    replaceHalfOfAPack();
    disk.write("game/.papack/journal.json", "{");
    assertThat(begin(Operation.DISCARD_UNFINISHED, INVALID).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.PUBLICATION_MIXED);
    disk.write("game/.papack/journal.json", "{");
    assertThat(begin(Operation.DISCARD_UNFINISHED).diagnostics()).isEmpty();
    for (PackSlot slot : PackSlot.values()) {
      disk.delete("game/" + slot.path().text());
    }
    disk.write("game/.papack/journal.json", "{");
    assertThat(begin(Operation.DISCARD_UNFINISHED, INVALID).diagnostics()).isEmpty();
  }

  /** A build that changed nothing failed, and crashed when it had put two of its files back. */
  @Test
  void filesThatAreTheSameBeforeAndAfterAreTakenBackToo() throws Exception {
    List<Replacement.Derived> files = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      disk.write("game/" + slot.path().text(), "same " + slot);
      StagedContent content = after("same " + slot).orElseThrow();
      files.add(new Replacement.Derived(slot, content, Replacement.Old.KEPT));
    }
    disk.write("game/.papack-old-0", "same PACK")
        .write("game/build/.papack-old-1", "same ASSET_TABLE");
    Map<String, String> before = disk.files("game/build/preload.json", "game/assets.pa");
    JournalRecord same =
        new JournalRecord.OfPublication(folder(), new PackId(digest("any")), files);
    disk.delete("game/.papack/journal.json")
        .write("game/.papack/journal.back", RecordDocument.write(same));
    assertThat(begin(Operation.RECOVER, INVALID).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.JOURNAL_CONTRADICTED);
    assertThat(begin(Operation.RECOVER)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.files("game/build/preload.json", "game/assets.pa")).isEqualTo(before);
    assertThat(disk.has("game/.papack/journal.back")).isFalse();
    assertThat(disk.has("game/.papack-old-0")).isFalse();
  }

  /** What is kept counts only where it would be put back: another old set may be planted there. */
  @Test
  void oldSetIsJudgedByTheFilesThatWouldStand() throws Exception {
    replaceHalfOfAPack();
    disk.write("game/.papack-old-0", "kept PACK")
        .write("game/build/.papack-old-1", "kept ASSET_TABLE")
        .write("game/build/.papack-old-2", "planted PRELOAD");
    List<String> judged = new ArrayList<>();
    SetCheck check =
        (files, _) -> {
          for (PackSlot slot : PackSlot.values()) {
            judged.add(files.of(slot).path().text());
          }
          return List.of();
        };
    assertThat(begin(Operation.DISCARD_UNFINISHED, check).diagnostics()).isEmpty();
    assertThat(judged)
        .containsExactly(
            ".papack-old-0",
            "build/.papack-old-1",
            "build/preload.json",
            "build/asset_table_metadata.json");
    assertThat(disk.text("game/assets.pa")).isEqualTo("kept PACK");
    assertThat(disk.text("game/build/preload.json")).isEqualTo("old PRELOAD");
  }

  /** A record, of this very folder, that says of the set before that there was none. */
  private void claimThatNothingWasBefore(PackSlot... done) {
    List<PackSlot> all = List.of(done);
    List<Replacement.Derived> files = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      String text = (all.contains(slot) ? "new " : "old ") + slot;
      disk.write("game/" + slot.path().text(), text);
      StagedContent content = after("new " + slot).orElseThrow();
      files.add(new Replacement.Derived(slot, content, Replacement.Old.NOTHING));
    }
    disk.write("game/.papack-old-0", "planted");
    journal(new JournalRecord.OfPublication(folder(), new PackId(digest("any")), files));
  }

  @Test
  void whatIsKeptWhereNothingWasBeforeIsNotPutBack() throws Exception {
    claimThatNothingWasBefore(PackSlot.PACK, PackSlot.PRELOAD);
    Map<String, String> before = disk.files("game/assets.pa", "game/build");
    discardingWarnsOf();
    assertThat(disk.files("game/assets.pa", "game/build")).isEqualTo(before);

    claimThatNothingWasBefore(PackSlot.values());
    discardingWarnsOf();
    assertThat(disk.files("game/assets.pa", "game/build")).isEmpty();
  }

  @Test
  void editedDocumentStopsIt() throws Exception {
    disk.write("game/assets/index.json", "edited");
    stopsWith(DiagnosticCode.JOURNAL_CONTRADICTED);
  }

  @Test
  void newDocumentWhereOneIsToBeWrittenStopsIt() throws Exception {
    disk.write("game/assets/a/hero.asset.json", "mine");
    stopsWith(DiagnosticCode.JOURNAL_CONTRADICTED);
  }

  @Test
  void goneFolderStopsIt() throws Exception {
    disk.delete("game/assets/a");
    stopsWith(DiagnosticCode.JOURNAL_CONTRADICTED);
  }

  @Test
  void goneStagedFileStopsIt() throws Exception {
    disk.delete("game/.papack/staging/1");
    stopsWith(DiagnosticCode.JOURNAL_CONTRADICTED);
  }

  @Test
  void changedStagedFileStopsIt() throws Exception {
    disk.write("game/.papack/staging/index", "other index");
    stopsWith(DiagnosticCode.JOURNAL_CONTRADICTED);
  }

  @Test
  void changedStagedFileDoesNotReplaceWhatIsDone() throws Exception {
    disk.write("game/assets/index.json", "new index")
        .write("game/.papack/staging/index", "planted");
    assertThat(begin(Operation.RECOVER)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.text("game/assets/index.json")).isEqualTo("new index");
  }

  @Test
  void linkInPlaceOfAFolderStopsIt() throws Exception {
    disk.delete("game/assets/a").plant("game/assets/a", FileType.LINK);
    stopsWith(DiagnosticCode.LINK_REFUSED);
  }

  @Test
  void linkInPlaceOfADocumentStopsIt() throws Exception {
    disk.delete("game/assets/index.json").plant("game/assets/index.json", FileType.LINK);
    stopsWith(DiagnosticCode.LINK_REFUSED);
  }

  @Test
  void damagedJournalStopsIt() throws Exception {
    disk.write("game/.papack/journal.json", "{");
    stopsWith(DiagnosticCode.JSON_SYNTAX);
  }

  @Test
  void journalOfTheFutureStopsIt() throws Exception {
    disk.write(
        "game/.papack/journal.json", "{\"artifact\": \"document_record\", \"schema_version\": 3}");
    stopsWith(DiagnosticCode.VERSION_TOO_NEW);
  }

  @Test
  void recordOfAnUnknownKindStopsIt() throws Exception {
    disk.write("game/.papack/journal.json", "{\"artifact\": \"journal\", \"schema_version\": 1}");
    stopsWith(DiagnosticCode.WRONG_KIND);
  }

  @Test
  void packIsPublishedAlsoIfItsFolderIsGone() throws Exception {
    List<Replacement.Derived> files = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      disk.write("game/.papack/staging/" + slot.staged(), slot.name());
      files.add(
          new Replacement.Derived(slot, after(slot.name()).orElseThrow(), Replacement.Old.KEPT));
    }
    disk.write("game/assets.pa", "something of before");
    journal(new JournalRecord.OfPublication(folder(), new PackId(digest("any")), files));
    assertThat(begin(Operation.RECOVER)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.text("game/assets.pa")).isEqualTo("PACK");
    assertThat(disk.text("game/build/asset_table.json")).isEqualTo("ASSET_TABLE");
    assertThat(disk.text("game/build/asset_table_metadata.json")).isEqualTo("ASSET_TABLE_METADATA");
  }

  @Test
  void whatIsUnfinishedIsSaidToReaders() throws Exception {
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      assertThat(
              Publication.findUnfinished(new OutputFolder(workspace))
                  .flatMap(record -> record.warning().found()))
          .contains("2 declarations and the registry");
      disk.write("game/.papack/journal.json", "damaged");
      assertThat(
              Publication.findUnfinished(new OutputFolder(workspace))
                  .orElseThrow()
                  .warning()
                  .found())
          .isEmpty();
      disk.delete("game/.papack/journal.json");
      assertThat(Publication.findUnfinished(new OutputFolder(workspace))).isEmpty();
    }
  }
}
