package dev.papack.media.aseprite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Animation;
import dev.papack.media.DecodedPicture;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Documents of other projects, against what Aseprite itself exported of them. */
class AsepriteReferencesTest {
  private static final Path DATA =
      Path.of(System.getProperty("papack.data", "")).resolve("formats/aseprite");

  private static final Pattern FRAME = Pattern.compile("@?(\\d+)");

  /**
   * Pictures of versions before 1.3.17, which left one of the two lower parts of a colour as it was
   * where they are equal: how many pixels show it.
   */
  private static final Map<String, Integer> OF_OLD_VERSIONS =
      Map.of("blend_hue", 234, "blend_saturation", 259, "blend_saturation_bug", 36);

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(DATA)) {
      return files.filter(file -> file.toString().matches(".*\\.ase(prite)?")).sorted().toList();
    }
  }

  private static Map<Integer, Path> references(Path document, String name) throws IOException {
    Map<Integer, Path> frames = new TreeMap<>();
    Path folder = document.resolveSibling("expected");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String own = file.getFileName().toString();
          if (own.equals(name + ".png")) {
            frames.put(0, file);
          } else if (own.startsWith(name) && own.endsWith(".png")) {
            Matcher frame = FRAME.matcher(own.substring(name.length(), own.length() - 4));
            if (frame.matches()) {
              // Some count from 1, those with an @ from 0.
              frames.put(Integer.parseInt(frame.group(1)) - (own.contains("@") ? 0 : 1), file);
            }
          }
        }
      }
    }
    return frames;
  }

  /** The platform would change greys, which it takes for linear light. */
  private static int color(BufferedImage picture, int x, int y) {
    Raster raster = picture.getRaster();
    return raster.getNumBands() == 2
        ? raster.getSample(x, y, 1) << 24 | raster.getSample(x, y, 0) * 0x010101
        : picture.getRGB(x, y);
  }

  private static int differences(int[] argb, int at, Path reference) throws IOException {
    BufferedImage picture = ImageIO.read(reference.toFile());
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int expected = color(picture, x, y);
        int actual = argb[at + y * picture.getWidth() + x];
        count += expected == actual || (expected | actual) >>> 24 == 0 ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void everyFrameIsWhatAsepriteExports() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(DATA), "the data of other projects is not there");
    int compared = 0;
    for (Path document : documents()) {
      String name = document.getFileName().toString().replaceFirst("\\.ase(prite)?$", "");
      Outcome<DecodedPicture> outcome = AsepriteFile.decode(Files.readAllBytes(document));
      assertThat(outcome).as("%s %s", name, outcome).isInstanceOf(Outcome.Accepted.class);
      DecodedPicture decoded = ((Outcome.Accepted<DecodedPicture>) outcome).value();
      Animation animation = decoded.animation().orElseThrow();
      int width = animation.frame().widthPixels();
      int[] argb =
          decoded
              .picture()
              .argb(List.of(new PixelRectangle(0, 0, width, decoded.picture().heightPixels())))
              .getFirst();
      for (Map.Entry<Integer, Path> reference : references(document, name).entrySet()) {
        int at = reference.getKey() * animation.frame().heightPixels() * width;
        boolean isOld = document.toString().contains("asefile");
        assertThat(differences(argb, at, reference.getValue()))
            .as(reference.getValue().toString())
            .isEqualTo(isOld ? OF_OLD_VERSIONS.getOrDefault(name, 0) : 0);
        compared++;
      }
    }
    assertThat(compared).isPositive();
    Campaign.report(
        "aseprite-references",
        String.format(
            Locale.ROOT,
            "%,d pictures that Aseprite exported of %,d documents: equal in every pixel, but for"
                + " 529 that show a mistake of versions before 1.3.17",
            compared,
            documents().size()));
  }
}
