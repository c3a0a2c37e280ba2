package dev.papack.media.png;

import static dev.papack.diagnostic.DiagnosticCode.MEDIA_UNKNOWN;
import static dev.papack.diagnostic.DiagnosticCode.PNG_CHUNK_CONTENT;
import static dev.papack.diagnostic.DiagnosticCode.PNG_CHUNK_CRC;
import static dev.papack.diagnostic.DiagnosticCode.PNG_CHUNK_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.ArgbPicture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Willem van Schaik's test images, where they are present. */
class PngSuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("papack.data", "absent"), "pngsuite");

  private static final Map<String, DiagnosticCode> INVALID =
      Map.ofEntries(
          Map.entry("xc1n0g08", PNG_CHUNK_CONTENT),
          Map.entry("xc9n2c08", PNG_CHUNK_CONTENT),
          Map.entry("xcrn0g04", MEDIA_UNKNOWN),
          Map.entry("xcsn0g01", PNG_CHUNK_CRC),
          Map.entry("xd0n2c08", PNG_CHUNK_CONTENT),
          Map.entry("xd3n2c08", PNG_CHUNK_CONTENT),
          Map.entry("xd9n2c08", PNG_CHUNK_CONTENT),
          Map.entry("xdtn0g01", PNG_CHUNK_ORDER),
          Map.entry("xhdn0g08", PNG_CHUNK_CRC),
          Map.entry("xlfn0g04", MEDIA_UNKNOWN),
          Map.entry("xs1n0g01", MEDIA_UNKNOWN),
          Map.entry("xs2n0g01", MEDIA_UNKNOWN),
          Map.entry("xs4n0g01", MEDIA_UNKNOWN),
          Map.entry("xs7n0g01", MEDIA_UNKNOWN));

  @BeforeEach
  void needsTheSuite() {
    Assumptions.assumeTrue(Files.isDirectory(SUITE), "PngSuite is not in papack.data");
  }

  private static List<Path> pngs() throws IOException {
    try (Stream<Path> files = Files.list(SUITE.resolve("png"))) {
      return files.sorted().toList();
    }
  }

  private static String name(Path png) {
    return png.getFileName().toString().replace(".png", "");
  }

  @Test
  void everyInvalidFileIsRefusedForItsDefect() throws IOException {
    List<Path> invalid = pngs().stream().filter(png -> name(png).startsWith("x")).toList();
    assertThat(invalid).extracting(PngSuiteTest::name).containsOnlyOnceElementsOf(INVALID.keySet());
    for (Path png : invalid) {
      assertThat(PngHostileTest.refused(Files.readAllBytes(png)).code())
          .as(name(png))
          .isEqualTo(INVALID.get(name(png)));
    }
  }

  @Test
  void everyValidFileDecodesToItsReferencePixels() throws IOException {
    int compared = 0;
    for (Path png : pngs()) {
      if (name(png).startsWith("x")) {
        continue;
      }
      requireReference(name(png), PngDecoderTest.accepted(Files.readAllBytes(png)));
      compared++;
    }
    assertThat(compared).isEqualTo(161);
  }

  /** The references are BMPs of 32 bits, bottom row first, blue in the lowest byte, with alpha. */
  private static void requireReference(String name, ArgbPicture picture) throws IOException {
    ByteBuffer bmp =
        ByteBuffer.wrap(Files.readAllBytes(SUITE.resolve("bmp").resolve(name + ".bmp")))
            .order(ByteOrder.LITTLE_ENDIAN);
    int pixelsOffset = bmp.getInt(10);
    int width = bmp.getInt(18);
    int height = bmp.getInt(22);
    assertThat(bmp.getShort(28)).as("%s: bits per pixel", name).isEqualTo((short) 32);
    assertThat(picture.widthPixels()).as(name).isEqualTo(width);
    assertThat(picture.heightPixels()).as(name).isEqualTo(height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int expected = bmp.getInt(pixelsOffset + 4 * ((height - 1 - y) * width + x));
        ImageIoOracle.requireNear(name, x, y, picture.argb(x, y), expected, tolerance(name));
      }
    }
  }

  private static int tolerance(String name) {
    return name.endsWith("16") ? 1 : 0;
  }

  @Test
  void everyValidFileDecodesAsTheJdkDoes() throws IOException {
    for (Path png : pngs()) {
      // The JDK overlooks the transparent colour of grey pictures below 8 bits.
      if (!name(png).startsWith("x") && !name(png).equals("tbbn0g04")) {
        byte[] bytes = Files.readAllBytes(png);
        new ImageIoOracle(bytes)
            .requireSame(name(png), PngDecoderTest.accepted(bytes), tolerance(name(png)));
      }
    }
  }

  @Test
  void realArtDecodesAsTheJdkDoes() throws IOException {
    List<Path> art;
    try (Stream<Path> files = Files.walk(SUITE.resolveSibling("superpowers"))) {
      art = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    assertThat(art).hasSize(398);
    for (Path png : art) {
      byte[] bytes = Files.readAllBytes(png);
      new ImageIoOracle(bytes).requireSame(png.toString(), PngDecoderTest.accepted(bytes), 0);
    }
  }
}
