package dev.papack.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal may say, however it came about. */
class JournalDocumentTest {
  private static final Sha256 ONE = Sha256.of(ByteBuffer.wrap(new byte[] {1}));
  private static final Sha256 TWO = Sha256.of(ByteBuffer.wrap(new byte[] {2}));

  private static final List<Replacement> DOCUMENTS =
      List.of(
          new Replacement.Authored(
              RelativePath.of("a/hero.asset.json"),
              Optional.empty(),
              Optional.of(new StagedContent(100, ONE))),
          new Replacement.Authored(
              RelativePath.of("b/asset.json"), Optional.of(ONE), Optional.empty()),
          new Replacement.Authored(
              RelativePath.of("index.json"),
              Optional.of(ONE),
              Optional.of(new StagedContent(200, TWO))));

  private static final List<Replacement> PACK =
      List.of(
          new Replacement.Derived(PackSlot.PACK, new StagedContent(1, ONE)),
          new Replacement.Derived(PackSlot.PRELOAD, new StagedContent(0, TWO)));

  private static Outcome<List<Replacement>> read(byte[] bytes) {
    return JournalDocument.read(Snapshot.of(".papack/journal.json", bytes));
  }

  private static byte[] bytes(List<Replacement> replacements) {
    return JournalDocument.write(replacements).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(read(bytes(DOCUMENTS))).isEqualTo(Outcome.of(DOCUMENTS));
    assertThat(read(bytes(PACK))).isEqualTo(Outcome.of(PACK));
    assertThat(read(bytes(List.of()))).isEqualTo(Outcome.of(List.of()));
  }

  @Test
  void everyFlippedBitIsRefusedOrChangesNothing() {
    for (List<Replacement> replacements : List.of(DOCUMENTS, PACK)) {
      byte[] bytes = bytes(replacements);
      int refused = 0;
      for (int bit = 0; bit < 8 * bytes.length; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        if (read(flipped) instanceof Outcome.Accepted<List<Replacement>>(var found, var notes)) {
          assertThat(found).as("bit %s", bit).isEqualTo(replacements);
        } else {
          refused++;
        }
      }
      assertThat(refused).isGreaterThan(7 * bytes.length);
    }
  }

  @Test
  void everyPrefixIsRefusedOrChangesNothing() {
    byte[] bytes = bytes(DOCUMENTS);
    for (int length = 0; length < bytes.length - 1; length++) {
      assertThat(read(Arrays.copyOf(bytes, length)))
          .as("length %s", length)
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  /** Entries with a right checksum, as one would plant them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"document\": \"../outside.asset.json\", \"size\": 1, \"after\": \"$\"}",
        "{\"document\": \"/etc/asset.json\", \"size\": 1, \"after\": \"$\"}",
        "{\"document\": \"a\\\\b.asset.json\", \"size\": 1, \"after\": \"$\"}",
        "{\"document\": \"a/../../asset.json\", \"size\": 1, \"after\": \"$\"}",
        "{\"document\": \"hero.png\", \"before\": \"$\"}",
        "{\"document\": \"asset.json\", \"before\": \"$\"}",
        "{\"document\": \"a/index.json\", \"before\": \"$\"}",
        "{\"document\": \".git/asset.json\", \"before\": \"$\"}",
        "{\"document\": \"a/.x.asset.json\", \"before\": \"$\"}",
        "{\"document\": \"index.json\", \"after\": \"$\"}",
        "{\"document\": \"index.json\", \"size\": 1}",
        "{\"document\": \"index.json\"}",
        "{\"slot\": 0}",
        "{\"slot\": 0, \"document\": \"index.json\", \"size\": 1, \"after\": \"$\"}",
        "{\"slot\": 0, \"before\": \"$\", \"size\": 1, \"after\": \"$\"}",
        "{\"size\": 1, \"after\": \"$\"}",
        "{}",
        "{\"slot\": 1, \"size\": 1, \"after\": \"$\"},\n    {\"slot\": 1, \"size\": 1, \"after\": \"$\"}",
      })
  void plantedEntryThatIsNoneOfOursIsRefused(String entry) {
    Outcome<List<Replacement>> outcome = read(planted(entry.replace("$", ONE.hex())));
    assertThat(outcome.diagnostics().stream().map(Diagnostic::code))
        .containsExactly(DiagnosticCode.JOURNAL_DAMAGED);
  }

  @Test
  void plantedEntryOfOursIsAccepted() {
    String entry = "{\"document\": \"a/asset.json\", \"before\": \"" + ONE.hex() + "\"}";
    assertThat(read(planted(entry))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void longestPathIsAccepted() {
    String path = ("d".repeat(199) + "/").repeat(5) + "d".repeat(13) + "/asset.json";
    assertThat(path).hasSize(1_024);
    List<Replacement> deep =
        List.of(
            new Replacement.Authored(RelativePath.of(path), Optional.of(ONE), Optional.empty()));
    assertThat(read(bytes(deep))).isEqualTo(Outcome.of(deep));
  }

  private static byte[] planted(String entries) {
    String signed =
        "{\n  \"artifact\": \"journal\",\n  \"schema_version\": 1,\n  \"files\": [\n    "
            + entries
            + "\n  ]";
    Sha256 checksum = Sha256.of(StandardCharsets.UTF_8.encode(signed + "\n}\n"));
    return (signed + ",\n  \"checksum\": \"" + checksum.hex() + "\"\n}\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
