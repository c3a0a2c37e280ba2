package dev.papack.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FileType;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.WritableDirectory;
import dev.papack.publish.Publication.Found;
import dev.papack.publish.Publication.Leftover;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        .write("game/.papack/staging/0", "new index")
        .write("game/.papack/staging/2", "new hero");
    journal(
        new Replacement.Authored(
            RelativePath.of("index.json"), before("old index"), after("new index")),
        new Replacement.Authored(
            RelativePath.of("gone.asset.json"), before("old gone"), Optional.empty()),
        new Replacement.Authored(
            RelativePath.of("a/hero.asset.json"), Optional.empty(), after("new hero")));
    disk.plant("game/assets/a", FileType.DIRECTORY);
  }

  private void journal(Replacement... replacements) {
    disk.write("game/.papack/journal.json", JournalDocument.write(List.of(replacements)));
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

  private Outcome<Found> begin(Leftover leftover) throws IOException {
    try (WritableDirectory workspace = disk.openForWriting(GAME, "")) {
      Outcome<Publication> begun = Publication.begin(workspace, leftover);
      if (begun instanceof Outcome.Accepted<Publication>(Publication publication, var notes)) {
        publication.close();
      }
      return begun.map(Publication::found);
    }
  }

  private void stopsWith(DiagnosticCode code) throws IOException {
    Map<String, String> before = disk.files("game/assets", "game/build", "game/assets.pa");
    for (int i = 0; i < 2; i++) {
      assertThat(begin(Leftover.FINISH).diagnostics().stream().map(Diagnostic::code))
          .containsExactly(code);
      assertThat(disk.files("game/assets", "game/build", "game/assets.pa")).isEqualTo(before);
      assertThat(disk.has("game/.papack/journal.json")).isTrue();
    }
    assertThat(begin(Leftover.DISCARD)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.files("game/assets", "game/build", "game/assets.pa")).isEqualTo(before);
    assertThat(begin(Leftover.FINISH)).isEqualTo(Outcome.of(Found.NOTHING));
  }

  @Test
  void everythingIsCarriedOut() throws Exception {
    assertThat(begin(Leftover.FINISH)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.files("game"))
        .containsOnly(
            Map.entry("game/assets/index.json", "new index"),
            Map.entry("game/assets/a/hero.asset.json", "new hero"),
            Map.entry("game/.papack/lock", ""));
  }

  @Test
  void whatIsDoneAlreadyStaysDone() throws Exception {
    disk.move("game/.papack/staging/0", "game/assets/index.json");
    disk.delete("game/assets/gone.asset.json");
    assertThat(begin(Leftover.FINISH)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.text("game/assets/index.json")).isEqualTo("new index");
    assertThat(disk.text("game/assets/a/hero.asset.json")).isEqualTo("new hero");
  }

  @Test
  void discardingKeepsEveryFile() throws Exception {
    Map<String, String> before = disk.files("game/assets");
    assertThat(begin(Leftover.DISCARD)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.files("game/assets")).isEqualTo(before);
    assertThat(disk.has("game/.papack/staging")).isFalse();
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
    disk.delete("game/.papack/staging/2");
    stopsWith(DiagnosticCode.JOURNAL_CONTRADICTED);
  }

  @Test
  void changedStagedFileStopsIt() throws Exception {
    disk.write("game/.papack/staging/0", "other index");
    stopsWith(DiagnosticCode.JOURNAL_CONTRADICTED);
  }

  @Test
  void changedStagedFileDoesNotReplaceWhatIsDone() throws Exception {
    disk.write("game/assets/index.json", "new index").write("game/.papack/staging/0", "planted");
    assertThat(begin(Leftover.FINISH)).isEqualTo(Outcome.of(Found.UNFINISHED));
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
    disk.write("game/.papack/journal.json", "{\"artifact\": \"journal\", \"schema_version\": 2}");
    stopsWith(DiagnosticCode.VERSION_TOO_NEW);
  }

  @Test
  void packIsPublishedAlsoIfItsFolderIsGone() throws Exception {
    disk.write("game/.papack/staging/0", "pack").write("game/.papack/staging/1", "table");
    disk.write("game/assets.pa", "something of before");
    journal(
        new Replacement.Derived(PackSlot.PACK, after("pack").orElseThrow()),
        new Replacement.Derived(PackSlot.ASSET_TABLE, after("table").orElseThrow()));
    assertThat(begin(Leftover.FINISH)).isEqualTo(Outcome.of(Found.UNFINISHED));
    assertThat(disk.text("game/assets.pa")).isEqualTo("pack");
    assertThat(disk.text("game/build/asset_table.json")).isEqualTo("table");
  }
}
