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
import dev.papack.container.AssetName;
import dev.papack.container.BankMetadata;
import dev.papack.container.BankType;
import dev.papack.container.Header;
import dev.papack.container.PackId;
import dev.papack.container.PreloadItem;
import dev.papack.container.Sha256;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.container.UnplacedEntry;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.inspect.Companions.Provenance;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the packer writes beside a pack has the structure that it publishes. */
final class CompanionsTest {
  private static final Sha256 DIGEST = Sha256.of(ByteBuffer.allocate(1));
  private static final PackId PACK = new PackId(DIGEST);

  private static final Header HEADER =
      Header.layOut(
          List.of(
              entry(1, new TilesMetadata(1, 1, 1, 8)),
              entry(2, new TilesMetadata(2, 64, 65_536, 32)),
              entry(3, new SoundsMetadata(1, 9, Optional.empty(), 8_000)),
              entry(
                  4, new SoundsMetadata(2, 9, Optional.of(new SoundsMetadata.Loop(0, 9)), 48_000)),
              entry(5, new SoundsMetadata(2, 9, Optional.empty(), 48_000))),
          List.of(new PreloadItem(1, BankType.TILES, 0), new PreloadItem(3, BankType.SOUNDS, 255)));

  private static UnplacedEntry entry(int id, BankMetadata metadata) {
    return new UnplacedEntry(id, new AssetName("a" + id), metadata, DIGEST);
  }

  private static Provenance provenance(int id, BankSettings settings) {
    AssetsPath source = AssetsPath.of("a" + id + ".source");
    return new Provenance(
        new Asset(
            new AssetId(id),
            new AssetName("a" + id),
            DeclarationPlace.of(AssetsPath.of("a" + id + "/asset.json")).orElseThrow(),
            List.of(source),
            settings,
            OptionalInt.empty()),
        List.of(new SourceFile(source, 9, DIGEST)),
        List.of(),
        Optional.empty());
  }

  private static void assertStructure(String text, History history) {
    assertThat(
            Migration.read(
                Snapshot.of("companion", text.getBytes(StandardCharsets.UTF_8)), history))
        .as(text)
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void theAssetTableHasItsStructure() {
    assertStructure(Companions.assetTable(PACK, HEADER).text(), Histories.ASSET_TABLE);
  }

  @Test
  void theBootListHasItsStructure() {
    assertStructure(Companions.preload(PACK, HEADER).text(), Histories.PRELOAD);
  }

  @Test
  void theMetadataHasItsStructureForSettingsOfEveryForm() throws IOException {
    OptionalInt none = OptionalInt.empty();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Companions.writeMetadata(
        PACK,
        HEADER,
        List.of(
                provenance(
                    1, new TilesSettings(8, Palettes.AUTO, Fit.EXACT, none, Index0.AS_DECLARED)),
                provenance(
                    2,
                    new TilesSettings(
                        32, Palettes.INDEXED, Fit.PAD, OptionalInt.of(128), Index0.TRANSPARENT)),
                provenance(3, new SoundsSettings(none, none, new Loop.FromSource())),
                provenance(
                    4,
                    new SoundsSettings(
                        OptionalInt.of(48_000), OptionalInt.of(2), new Loop.Frames(0, 9))),
                provenance(5, new SoundsSettings(none, none, new Loop.None())))
            ::get,
        text);
    assertStructure(text.toString(StandardCharsets.UTF_8), Histories.ASSET_TABLE_METADATA);
  }
}
