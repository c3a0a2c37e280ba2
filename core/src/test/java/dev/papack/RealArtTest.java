package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.Asset;
import dev.papack.asset.SoundsRequest;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.bank.TilesDecoder;
import dev.papack.container.Entry;
import dev.papack.container.PackBytes;
import dev.papack.container.PackReader;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import dev.papack.result.AddRequest;
import dev.papack.result.Added;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Recorded;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Art and sound that nobody here made, in the folders as they came, with settings chosen by the
 * packer. Pictures and samples are read a second time by the platform's own readers.
 */
final class RealArtTest {
  private static final Path ART = Path.of(System.getProperty("papack.data"), "superpowers");

  @TempDir private Path workspace;

  @Test
  void everyPixelAndEverySampleOfRealArtArrives() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(ART), "skipped: no real art at " + ART);
    copy(ART, workspace.resolve("assets"));
    Packer packer = Packer.create();
    packer.init(workspace);
    Session session = accepted(packer.open(workspace));

    Added added = accepted(session.add(padded(workspace.resolve("assets")), Effect.WRITE));
    Built built = accepted(session.build(Drift.TOLERATED));

    assertThat(added.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    assertThat(session.verify(Recorded.IGNORED).diagnostics()).isEmpty();
    List<Asset> assets = accepted(session.list()).assets();
    assertThat(assets).hasSize(built.assetCount());
    Map<Integer, Asset> byId =
        assets.stream().collect(Collectors.toMap(asset -> asset.id().value(), Function.identity()));
    PackReader pack = PackReader.open(PackBytes.of(Files.readAllBytes(built.pack())));
    long pixels = 0;
    long samples = 0;
    for (Entry entry : pack.header().assetTable()) {
      Asset asset = Objects.requireNonNull(byId.get(entry.assetId()));
      Path source = workspace.resolve("assets").resolve(asset.sources().getFirst().text());
      ByteBuffer payload = pack.slice(entry.assetId()).copy();
      switch (entry.metadata()) {
        case TilesMetadata tiles ->
            pixels += comparePixels(source, ArgbPicture.of(new TilesDecoder(payload, tiles)));
        case SoundsMetadata sounds -> samples += compareSamples(source, sounds, payload);
      }
    }
    System.out.println(
        "RealArtTest: "
            + assets.size()
            + " assets, "
            + pixels
            + " pixels and "
            + samples
            + " samples equal their sources");
    assertThat(pixels).isGreaterThan(1_000_000);
    assertThat(samples).isGreaterThan(1_000_000);
  }

  /** With a fit said, no sheet is cut into frames or between gutters: others test that. */
  private static AddRequest padded(Path folder) {
    return new AddRequest(
        List.of(folder),
        AddRequest.Folders.OF_ASSETS,
        Optional.empty(),
        new TilesRequest(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.of(Fit.PAD),
            OptionalInt.empty(),
            Optional.empty()),
        SoundsRequest.NOTHING,
        OptionalInt.empty(),
        Optional.empty());
  }

  private static long comparePixels(Path source, ArgbPicture decoded) throws IOException {
    BufferedImage image = ImageIO.read(source.toFile());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y);
        int alpha = argb >>> 24;
        // What add chooses for partial alpha; without partial alpha it makes no difference.
        int expected = alpha < 128 ? 0 : rounded(argb);
        int found = decoded.argb(x, y) >>> 24 == 0 ? 0 : decoded.argb(x, y);
        if (expected != found) {
          assertThat(Integer.toHexString(found))
              .as("%s at %d,%d", source, x, y)
              .isEqualTo(Integer.toHexString(expected));
        }
      }
    }
    for (int y = 0; y < decoded.heightPixels(); y++) {
      for (int x = 0; x < decoded.widthPixels(); x++) {
        if (x >= image.getWidth() || y >= image.getHeight()) {
          assertThat(decoded.argb(x, y) >>> 24).as("padding of %s", source).isZero();
        }
      }
    }
    return (long) image.getWidth() * image.getHeight();
  }

  /** The 8-bit colour nearest to the RGB565 colour nearest to this one, written out anew. */
  private static int rounded(int argb) {
    long red = Math.round((argb >> 16 & 0xFF) * 31 / 255.0);
    long green = Math.round((argb >> 8 & 0xFF) * 63 / 255.0);
    long blue = Math.round((argb & 0xFF) * 31 / 255.0);
    return 0xFF << 24
        | (int) Math.round(red * 255 / 31.0) << 16
        | (int) Math.round(green * 255 / 63.0) << 8
        | (int) Math.round(blue * 255 / 31.0);
  }

  private static long compareSamples(Path source, SoundsMetadata decoded, ByteBuffer payload)
      throws Exception {
    try (AudioInputStream stream =
        AudioSystem.getAudioInputStream(new BufferedInputStream(Files.newInputStream(source)))) {
      ByteBuffer expected = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(stream.getFormat().getSampleSizeInBits()).isEqualTo(16);
      assertThat(decoded.channels()).isEqualTo(stream.getFormat().getChannels());
      assertThat(decoded.frameCount() * decoded.channels() * 2).isEqualTo((long) expected.limit());
      ByteBuffer samples = payload.order(ByteOrder.LITTLE_ENDIAN);
      for (int frame = 0; frame < decoded.frameCount(); frame++) {
        for (int channel = 0; channel < decoded.channels(); channel++) {
          short sample = expected.getShort();
          short stored = samples.getShort();
          if (stored != sample) {
            assertThat(stored).as("%s frame %d", source, frame).isEqualTo(sample);
          }
        }
      }
      return decoded.frameCount() * decoded.channels();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
  }

  static <T> T accepted(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, List<Diagnostic> notes) -> value;
      case Outcome.Refused<T>(List<Diagnostic> faults) ->
          throw new AssertionError("refused: " + faults);
    };
  }
}
