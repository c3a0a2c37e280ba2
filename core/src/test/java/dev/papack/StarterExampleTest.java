package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.TilesSettings;
import dev.papack.container.BankType;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that the README builds first: its bytes are the same on every machine. */
final class StarterExampleTest {
  private static final ExampleWorkspace EXAMPLE = ExampleWorkspace.named("starter");

  /** Changes only with the example itself; the README prints it. */
  private static final String PACK_ID =
      "2e29cca73ba9b2b7698991c83b5adc902a61fd108a658610b864e1fd73df9423";

  @TempDir private Path folder;

  @Test
  void theExamplesPackIsTheSameEverywhere() throws Exception {
    Path here = EXAMPLE.copy(folder.resolve("here"));
    Path elsewhere = EXAMPLE.copy(folder.resolve("else where \u00fc"));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();

    Built first = build(Packer.create().withThreads(1), here);
    Built second;
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      second = build(Packer.create().withThreads(7), elsewhere);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }

    ExampleWorkspace.requireSame(here, elsewhere);
    assertThat(second.packId()).isEqualTo(first.packId());
    assertThat(first.packId().digest().hex()).isEqualTo(PACK_ID);
    assertThat(Files.readString(EXAMPLE.folder().resolve("../../README.md"))).contains(PACK_ID);
  }

  @Test
  void theExampleShowsBothBanksPalettesPaddingAndPreload() throws Exception {
    Path workspace = EXAMPLE.copy(folder.resolve("starter"));
    Session session = RealArtTest.accepted(Packer.create().open(workspace));

    Inventory inventory = RealArtTest.accepted(session.list());

    assertThat(inventory.faults()).isEmpty();
    assertThat(inventory.assets()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(inventory.assets().stream().map(asset -> asset.settings().bankType()))
        .contains(BankType.TILES, BankType.SOUNDS);
    List<TilesSettings> tiles =
        inventory.assets().stream()
            .map(asset -> asset.settings())
            .filter(TilesSettings.class::isInstance)
            .map(TilesSettings.class::cast)
            .toList();
    assertThat(tiles.stream().map(TilesSettings::palettes))
        .contains(TilesSettings.Palettes.INDEXED, TilesSettings.Palettes.AUTO);
    assertThat(tiles.stream().map(TilesSettings::fit)).contains(TilesSettings.Fit.PAD);
    assertThat(inventory.assets().stream().filter(asset -> asset.preloadSlot().isPresent()))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  private static Built build(Packer packer, Path workspace) throws Exception {
    Session session = RealArtTest.accepted(packer.open(workspace));
    return RealArtTest.accepted(session.build(Drift.TOLERATED));
  }
}
