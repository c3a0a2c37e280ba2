package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RealSheetsTest {
  @Test
  void everySheetOfRealGamesEncodesWithSomeSettings() throws IOException {
    Path folder = Path.of(System.getProperty("papack.data", "")).resolve("superpowers");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no real art at papack.data");
    Map<Integer, Integer> sheetsByPaletteCount = new TreeMap<>();
    Map<DiagnosticCode, Integer> sheetsByFault = new TreeMap<>();
    Map<TilesSettings, Integer> sheetsBySettings =
        new TreeMap<>(Comparator.comparing(TilesSettings::toString));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".png")).sorted().toList()) {
        ArgbPicture picture = read(file);
        Outcome<Choice<TilesSettings>> outcome =
            Banks.choose(
                Location.of(Artifact.SOURCE, file.toString()), picture, TilesRequest.NOTHING);
        switch (outcome) {
          case Outcome.Accepted<Choice<TilesSettings>>(Choice<TilesSettings> choice, List<?> _) -> {
            Bank bank = encoded(picture, choice.settings());
            TilesMetadata metadata = (TilesMetadata) bank.metadata();
            sheetsByPaletteCount.merge(metadata.paletteCount(), 1, Integer::sum);
            sheetsBySettings.merge(choice.settings(), 1, Integer::sum);
            Banks.assertLaw(bank, List.of(picture), Optional.empty(), choice.settings());
          }
          case Outcome.Refused<Choice<TilesSettings>>(var diagnostics) ->
              sheetsByFault.merge(diagnostics.getLast().code(), 1, Integer::sum);
        }
      }
    }
    System.out.println("sheets by number of palettes: " + sheetsByPaletteCount);
    System.out.println("sheets by fault: " + sheetsByFault);
    sheetsBySettings.forEach((settings, count) -> System.out.println(count + " " + settings));
    assertThat(sheetsByFault).isEmpty();
    // Art is drawn with few colours: nearly every sheet must come down to one palette.
    assertThat(sheetsByPaletteCount.get(1)).isGreaterThan(370);
  }

  /** Warnings do no harm: gutters may be visible. */
  private static Bank encoded(ArgbPicture picture, TilesSettings settings) {
    Outcome<Bank> outcome =
        Banks.encode(
            List.of(new TestSheet(Location.of(Artifact.SOURCE, "a.png"), picture)), settings);
    assertThat(outcome.diagnostics()).noneMatch(Diagnostic::isError);
    return ((Outcome.Accepted<Bank>) outcome).value();
  }

  private static ArgbPicture read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    int width = image.getWidth();
    int height = image.getHeight();
    return ArgbPicture.of(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }
}
