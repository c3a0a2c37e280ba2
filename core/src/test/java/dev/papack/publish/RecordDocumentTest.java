package dev.papack.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.DeclarationPlace.Form;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FolderId;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record may say, however it came about. */
class RecordDocumentTest {
  private static final FolderId FOLDER =
      new FolderId(Optional.of("4711"), Optional.of("2026-11-29T12:00:00.000000001Z"));

  private static final Sha256 ONE = Sha256.of(ByteBuffer.wrap(new byte[] {1}));
  private static final Sha256 TWO = Sha256.of(ByteBuffer.wrap(new byte[] {2}));

  private static final JournalRecord DOCUMENTS =
      new JournalRecord.OfDocuments(
          FOLDER,
          List.of(
              new Replacement.Declaration(
                  0,
                  place("a/hero", Form.BESIDE),
                  Optional.empty(),
                  Optional.of(new StagedContent(100, ONE))),
              new Replacement.Declaration(
                  1, place("b", Form.INSIDE), Optional.of(ONE), Optional.empty())),
          Optional.of(new Replacement.Registry(Optional.of(ONE), new StagedContent(200, TWO))),
          Optional.of(new Replacement.IgnoreList(Optional.empty(), new StagedContent(50, ONE))),
          List.of(
              new Replacement.Move(
                  0,
                  new FileMove(AssetsPath.of("a/hero.png"), AssetsPath.of("c/knight.png")),
                  new StagedContent(300, TWO))));

  private static final JournalRecord NO_REGISTRY =
      new JournalRecord.OfDocuments(
          FOLDER,
          List.of(
              new Replacement.Declaration(
                  0, place("b", Form.INSIDE), Optional.of(ONE), Optional.empty())),
          Optional.empty(),
          Optional.empty(),
          List.of());

  private static final JournalRecord PACK =
      new JournalRecord.OfPublication(
          FOLDER,
          new PackId(TWO),
          Stream.of(PackSlot.values())
              .map(slot ->
                  new Replacement.Derived(
                      slot, new StagedContent(slot.number(), ONE), Replacement.Old.KEPT))
              .toList());

  private static DeclarationPlace place(String root, Form form) {
    return new DeclarationPlace(new AssetRoot(AssetsPath.of(root)), form);
  }

  private static Outcome<JournalRecord> read(byte[] bytes) {
    return RecordDocument.read(Snapshot.of(".papack/journal.json", bytes));
  }

  private static byte[] bytes(JournalRecord decided) {
    return RecordDocument.write(decided).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsWrittenIsRead() {
    for (JournalRecord decided : List.of(DOCUMENTS, NO_REGISTRY, PACK)) {
      assertThat(read(bytes(decided))).isEqualTo(Outcome.of(decided));
    }
  }

  @Test
  @Tag("slow")
  void everyFlippedBitIsRefusedOrChangesNothing() {
    for (JournalRecord decided : List.of(DOCUMENTS, PACK)) {
      byte[] bytes = bytes(decided);
      int refused = 0;
      for (int bit = 0; bit < 8 * bytes.length; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        if (read(flipped) instanceof Outcome.Accepted<JournalRecord>(var found, var notes)) {
          assertThat(found).as("bit %s", bit).isEqualTo(decided);
        } else {
          refused++;
        }
      }
      assertThat(refused).isGreaterThan(7 * bytes.length);
    }
  }

  @Test
  void everyPrefixIsRefusedOrChangesNothing() {
    for (JournalRecord decided : List.of(DOCUMENTS, PACK)) {
      byte[] bytes = bytes(decided);
      for (int length = 0; length < bytes.length - 1; length++) {
        assertThat(read(Arrays.copyOf(bytes, length)))
            .as("length %s", length)
            .isInstanceOf(Outcome.Refused.class);
      }
    }
  }

  /** Entries with a right checksum, as one would plant them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"root\": \"../outside\", \"form\": \"beside\", \"size\": 1, \"after\": \"$\"}",
        "{\"root\": \"/etc\", \"form\": \"inside\", \"size\": 1, \"after\": \"$\"}",
        "{\"root\": \"a\\\\b\", \"form\": \"beside\", \"size\": 1, \"after\": \"$\"}",
        "{\"root\": \"a/../../b\", \"form\": \"inside\", \"before\": \"$\"}",
        "{\"root\": \".git\", \"form\": \"inside\", \"before\": \"$\"}",
        "{\"root\": \"a/.x\", \"form\": \"beside\", \"before\": \"$\"}",
        "{\"root\": \"a\", \"form\": \"beside\", \"after\": \"$\"}",
        "{\"root\": \"a\", \"form\": \"beside\", \"size\": 1}",
        "{\"root\": \"a\", \"form\": \"beside\"}",
        "{\"root\": \"a\", \"form\": \"beside\", \"before\": \"$\"},\n    {\"root\": \"a\", \"form\": \"beside\", \"before\": \"$\"}",
      })
  void plantedEntryThatIsNoneOfOursIsRefused(String entry) {
    isDamaged(
        planted(
            "\"artifact\": \"document_record\"",
            "\"declarations\": [\n    " + entry.replace("$", ONE.hex()) + "\n  ]"));
  }

  @Test
  void plantedEntryOfOursIsAccepted() {
    String entry = "{\"root\": \"a\", \"form\": \"inside\", \"before\": \"" + ONE.hex() + "\"}";
    assertThat(
            read(
                planted(
                    "\"artifact\": \"document_record\"",
                    "\"declarations\": [\n    " + entry + "\n  ]")))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void plantedRecordOfNothingIsRefused() {
    isDamaged(planted("\"artifact\": \"document_record\"", "\"declarations\": []"));
  }

  @Test
  void plantedRecordThatDeletesTheRegistryIsRefused() {
    isDamaged(
        planted(
            "\"artifact\": \"document_record\"",
            "\"declarations\": [],\n  \"index\": {\"before\": \"" + ONE.hex() + "\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1230", "0012", "0122", "3333"})
  void slotsInAnotherOrderAreRefused(String slots) {
    isDamaged(
        planted(
            "\"artifact\": \"publication_record\"",
            "\"pack_id\": \""
                + TWO.hex()
                + "\",\n  \"files\": [\n"
                + String.join(
                    ",\n",
                    slots
                        .chars()
                        .mapToObj(slot ->
                            "    {\"slot\": "
                                + Character.toString(slot)
                                + ", \"size\": 1, \"sha256\": \""
                                + ONE.hex()
                                + "\"}")
                        .toList())
                + "\n  ]"));
  }

  @Test
  void longestRootIsAccepted() {
    String root = ("d".repeat(199) + "/").repeat(5) + "d".repeat(13);
    DeclarationPlace place = place(root, Form.INSIDE);
    assertThat(place.file().text()).hasSize(1_024);
    JournalRecord deep =
        new JournalRecord.OfDocuments(
            FOLDER,
            List.of(new Replacement.Declaration(0, place, Optional.of(ONE), Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            List.of());
    assertThat(read(bytes(deep))).isEqualTo(Outcome.of(deep));
  }

  private static JournalRecord moving(String from, String to) {
    return new JournalRecord.OfDocuments(
        FOLDER,
        List.of(
            new Replacement.Declaration(
                0, place("b", Form.INSIDE), Optional.of(ONE), Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Replacement.Move(
                0,
                new FileMove(AssetsPath.of(from), AssetsPath.of(to)),
                new StagedContent(300, TWO))));
  }

  @ParameterizedTest
  @CsvSource({
    "index.json, a",
    "a, index.json",
    "a, ignore.json",
    "a, a",
    "b/asset.json, a",
    "a, b/asset.json",
    ".git/config, a",
    "a, x/.hidden",
    "a, .papack-old-0"
  })
  void moveOfWhatIsNotJustAFileIsDamaged(String from, String to) {
    isDamaged(bytes(moving(from, to)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "/etc/passwd", "a/../../b", "a//b", "", "con"})
  void moveOutOfAssetsIsDamaged(String path) {
    String text = new String(bytes(moving("from.png", "to.png")), StandardCharsets.UTF_8);
    String checked = text.substring(0, text.indexOf(",\n  \"checksum\""));
    for (String name : List.of("from.png", "to.png")) {
      String forged = checked.replace(name, path);
      Sha256 checksum = Sha256.of(StandardCharsets.UTF_8.encode(forged + "\n}\n"));
      Outcome<JournalRecord> read =
          read(
              (forged + ",\n  \"checksum\": \"" + checksum.hex() + "\"\n}\n")
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(read).isInstanceOf(Outcome.Refused.class);
    }
  }

  private static void isDamaged(byte[] planted) {
    assertThat(read(planted).diagnostics().stream().map(Diagnostic::code))
        .containsExactly(DiagnosticCode.JOURNAL_DAMAGED);
  }

  private static byte[] planted(String artifact, String content) {
    String signed = "{\n  " + artifact + ",\n  \"schema_version\": 1,\n  " + content;
    Sha256 checksum = Sha256.of(StandardCharsets.UTF_8.encode(signed + "\n}\n"));
    return (signed + ",\n  \"checksum\": \"" + checksum.hex() + "\"\n}\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
