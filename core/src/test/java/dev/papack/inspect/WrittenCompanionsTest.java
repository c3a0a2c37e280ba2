package dev.papack.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.asset.BankSettings;
import dev.papack.asset.DeclarationPlace;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.SoundsSettings.Loop;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.campaign.Campaign;
import dev.papack.container.AssetName;
import dev.papack.container.BankMetadata;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.container.UnplacedEntry;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.document.Checksum;
import dev.papack.inspect.Companions.Provenance;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Companions as papack writes them are read without a tree, and nothing less is checked then. */
final class WrittenCompanionsTest {
  private static final long SEED = 5;
  private static final Sha256 DIGEST = Sha256.of(ByteBuffer.allocate(1));
  private static final PackId PACK = new PackId(DIGEST);
  private static final OptionalInt NONE = OptionalInt.empty();
  private static final String BEFORE_CHECKSUM = ",\n  \"checksum\": \"";

  private static final Header HEADER =
      Header.layOut(
          List.of(
              entry(1, new TilesMetadata(1, 1, 1, 8)),
              entry(2, new TilesMetadata(2, 64, 65_536, 32)),
              entry(3, new SoundsMetadata(1, 9, Optional.empty(), 8_000)),
              entry(
                  4, new SoundsMetadata(2, 9, Optional.of(new SoundsMetadata.Loop(0, 9)), 48_000)),
              entry(5, new TilesMetadata(1, 1, 1, 8)),
              entry(6, new TilesMetadata(1, 1, 1, 8)),
              entry(7, new SoundsMetadata(1, 9, Optional.empty(), 8_000))),
          List.of());

  private static final BankSettings TILES =
      new TilesSettings(8, Palettes.AUTO, Fit.EXACT, NONE, Index0.AS_DECLARED);
  private static final BankSettings SOUNDS = new SoundsSettings(NONE, NONE, new Loop.FromSource());

  private static final List<Provenance> PROVENANCE =
      List.of(
          provenance(1, TILES, "a1.png"),
          provenance(
              2,
              new TilesSettings(
                  32, Palettes.INDEXED, Fit.PAD, OptionalInt.of(128), Index0.TRANSPARENT),
              "a2.png",
              "b2.png"),
          provenance(3, SOUNDS, "a3.wav"),
          provenance(
              4,
              new SoundsSettings(OptionalInt.of(48_000), OptionalInt.of(2), new Loop.Frames(0, 9)),
              "a4.wav"),
          provenance(5, TILES, "a5.png", "\u00e9.png"),
          provenance(6, TILES, "a6.png"),
          provenance(7, SOUNDS, "a7.wav"));

  private static UnplacedEntry entry(int id, BankMetadata metadata) {
    return new UnplacedEntry(id, new AssetName("a" + id), metadata, DIGEST);
  }

  private static Provenance provenance(int id, BankSettings settings, String... names) {
    List<AssetsPath> sources = new ArrayList<>();
    List<SourceFile> files = new ArrayList<>();
    for (String name : names) {
      sources.add(AssetsPath.of(name));
      files.add(new SourceFile(AssetsPath.of(name), 9L * id, DIGEST));
    }
    return new Provenance(
        new Asset(
            new AssetId(id),
            new AssetName("a" + id),
            DeclarationPlace.of(AssetsPath.of("a" + id + "/asset.json")).orElseThrow(),
            sources,
            settings,
            NONE),
        files,
        List.of(),
        Optional.empty());
  }

  private static String metadata() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      Companions.writeMetadata(PACK, HEADER, PROVENANCE::get, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static Snapshot snapshot(String text) {
    return Snapshot.of("metadata.json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Without a tree of the whole. */
  private static boolean isSoundAsWritten(String text) {
    return WrittenMetadata.find(snapshot(text))
        .filter(written -> written.agreesWith(PACK, HEADER))
        .isPresent();
  }

  /** With a tree, as any document is read. */
  private static boolean isSound(String text) {
    return CompanionCheck.metadataFaults(PACK, HEADER, snapshot(text)).isEmpty();
  }

  private static String withChecksumOfItsOwn(String text) {
    int at = text.lastIndexOf(BEFORE_CHECKSUM);
    if (at < 0) {
      return text;
    }
    String checked = text.substring(0, at) + "\n}\n";
    String hex = Sha256.of(StandardCharsets.UTF_8.encode(checked)).hex();
    int digits = at + BEFORE_CHECKSUM.length();
    return text.length() < digits + hex.length()
        ? text
        : text.substring(0, digits) + hex + text.substring(digits + hex.length());
  }

  @Test
  void whatPapackWritesIsFoundSoundWithoutTrees() {
    assertThat(isSoundAsWritten(metadata())).isTrue();
    assertThat(isSound(metadata())).isTrue();
    assertThat(
            WrittenTable.isThatOf(
                PACK,
                HEADER,
                StandardCharsets.UTF_8.encode(Companions.assetTable(PACK, HEADER).text())))
        .isTrue();
  }

  @Test
  void whatAnotherPackImpliesIsNotSound() {
    PackId other = new PackId(Sha256.of(ByteBuffer.allocate(2)));
    assertThat(WrittenMetadata.find(snapshot(metadata())).orElseThrow().agreesWith(other, HEADER))
        .isFalse();
  }

  @Test
  void noChangeOfTheTableIsTakenForWhatThePackImplies() {
    byte[] text = Companions.assetTable(PACK, HEADER).text().getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < text.length; at++) {
      byte[] changed = text.clone();
      changed[at] ^= 1;
      assertThat(WrittenTable.isThatOf(PACK, HEADER, ByteBuffer.wrap(changed)))
          .as("byte " + at)
          .isFalse();
    }
    for (int length = 0; length < text.length; length++) {
      assertThat(WrittenTable.isThatOf(PACK, HEADER, ByteBuffer.wrap(text, 0, length).slice()))
          .as("its first " + length + " bytes")
          .isFalse();
    }
  }

  @Test
  void whatIsFoundSoundWithoutTreesIsSoundWithThem() {
    Random random = new Random(SEED);
    String text = metadata();
    String characters = "\" {}[],:0129afn\\\n\u00e9-.";
    int sound = 0;
    for (int round = 0; round < Campaign.amount(1_500, 400_000); round++) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(3));
      StringBuilder put = new StringBuilder();
      for (int i = random.nextInt(3); i > 0; i--) {
        put.append(characters.charAt(random.nextInt(characters.length())));
      }
      String changed = withChecksumOfItsOwn(text.substring(0, from) + put + text.substring(to));
      if (isSoundAsWritten(changed)) {
        sound++;
        assertThat(isSound(changed)).as("seed " + SEED + ", round " + round).isTrue();
      }
      Optional<List<String>> rows =
          WrittenMetadata.find(snapshot(changed)).flatMap(WrittenCompanionsTest::rows);
      if (rows.isPresent()) {
        assertThat(rows.get()).isEqualTo(rowsOfTree(changed));
      }
    }
    // Sizes, digests, paths and roots are whatever the author had.
    assertThat(sound).isGreaterThan(5);
  }

  private static Optional<List<String>> rows(WrittenMetadata written) {
    return written.map(StableForm::inOneLine);
  }

  private static List<String> rowsOfTree(String text) {
    return switch (Migration.read(snapshot(text), Histories.ASSET_TABLE_METADATA)) {
      case Outcome.Accepted<CurrentDocument>(CurrentDocument document, List<Diagnostic> _) ->
          Checksum.holds(document.tree())
              ? PublishedBuild.objects(document.tree(), "assets").stream()
                  .map(StableForm::inOneLine)
                  .toList()
              : List.of("its checksum does not hold");
      case Outcome.Refused<CurrentDocument>(List<Diagnostic> faults) -> List.of(faults.toString());
    };
  }
}
