package dev.papack.media.gif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Animation;
import dev.papack.media.DecodedPicture;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

/** Frames decompressed by the platform, put together here by the letter of the specification. */
class GifReferencesTest {
  private static final Path DATA = Path.of(System.getProperty("papack.data", ""));
  private static final long SEED = 20_261_130;

  /** Their whole palette is black to the platform; every other program shows its colours. */
  private static final List<String> MISREAD =
      List.of("issue-208-block-type-beta.gif", "issue-208-block-type.gif");

  private static int number(Node tree, String element, String attribute) {
    Node node = ((IIOMetadataNode) tree).getElementsByTagName(element).item(0);
    return Integer.parseInt(node.getAttributes().getNamedItem(attribute).getNodeValue());
  }

  private static String word(Node tree, String element, String attribute) {
    Node node = ((IIOMetadataNode) tree).getElementsByTagName(element).item(0);
    return node == null ? "none" : node.getAttributes().getNamedItem(attribute).getNodeValue();
  }

  /** All frames as colours, one below the other. */
  private static int[] expected(byte[] gif) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(input);
      Node stream = reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0");
      int width = number(stream, "LogicalScreenDescriptor", "logicalScreenWidth");
      int height = number(stream, "LogicalScreenDescriptor", "logicalScreenHeight");
      int count = reader.getNumImages(true);
      int[] all = new int[count * width * height];
      int[] screen = new int[width * height];
      for (int frame = 0; frame < count; frame++) {
        int[] before = screen.clone();
        BufferedImage image = reader.read(frame);
        Node tree = reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        int left = number(tree, "ImageDescriptor", "imageLeftPosition");
        int top = number(tree, "ImageDescriptor", "imageTopPosition");
        String disposal = word(tree, "GraphicControlExtension", "disposalMethod");
        for (int y = 0; y < image.getHeight() && top + y < height; y++) {
          for (int x = 0; x < image.getWidth() && left + x < width; x++) {
            int argb = image.getRGB(x, y);
            if (argb >>> 24 != 0) {
              screen[(top + y) * width + left + x] = argb;
            }
          }
        }
        System.arraycopy(screen, 0, all, frame * width * height, screen.length);
        if (disposal.equals("restoreToBackgroundColor")) {
          for (int y = 0; y < image.getHeight() && top + y < height; y++) {
            for (int x = 0; x < image.getWidth() && left + x < width; x++) {
              screen[(top + y) * width + left + x] = 0;
            }
          }
        } else if (disposal.equals("restoreToPrevious")) {
          screen = before;
        }
      }
      return all;
    } finally {
      reader.dispose();
    }
  }

  private static int requireSame(String name, byte[] gif) throws IOException {
    if (!(GifFile.decode(gif) instanceof Outcome.Accepted<DecodedPicture>(var decoded, var _))) {
      return 0;
    }
    Animation animation = decoded.animation().orElseThrow();
    PixelRectangle whole =
        new PixelRectangle(0, 0, decoded.picture().widthPixels(), decoded.picture().heightPixels());
    int[] actual = decoded.picture().argb(List.of(whole)).getFirst();
    int[] expected = expected(gif);
    assertThat(actual).as(name).hasSameSizeAs(expected);
    for (int at = 0; at < actual.length; at++) {
      if (actual[at] != expected[at] && (actual[at] | expected[at]) >>> 24 != 0) {
        throw new AssertionError(
            "%s: pixel %d is %08X, not %08X".formatted(name, at, actual[at], expected[at]));
      }
    }
    return animation.frameCount();
  }

  @Test
  void everyFrameOfRealFilesIsWhatThePlatformDecompresses() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(DATA.resolve("formats/gif")), "the data of other projects is not there");
    int files = 0;
    int frames = 0;
    for (String folder : List.of("formats/gif", "superpowers")) {
      if (Files.isDirectory(DATA.resolve(folder))) {
        try (Stream<Path> all = Files.walk(DATA.resolve(folder))) {
          for (Path file :
              (Iterable<Path>)
                  all.filter(path -> path.toString().endsWith(".gif")).sorted()::iterator) {
            if (MISREAD.contains(file.getFileName().toString())) {
              continue;
            }
            int found = requireSame(file.toString(), Files.readAllBytes(file));
            files += found == 0 ? 0 : 1;
            frames += found;
          }
        }
      }
    }
    assertThat(files).isPositive();
    Campaign.report(
        "gif-references",
        String.format(
            Locale.ROOT,
            "%,d files with %,d frames equal to what javax.imageio decompresses",
            files,
            frames));
  }

  @Test
  void everyLengthOfCodesIsDecompressed() throws IOException {
    Random random = new Random(SEED);
    for (int colors : new int[] {2, 4, 16, 256}) {
      byte[] part = new byte[colors];
      random.nextBytes(part);
      int bits = 31 - Integer.numberOfLeadingZeros(colors);
      BufferedImage image =
          new BufferedImage(
              200,
              150,
              BufferedImage.TYPE_BYTE_INDEXED,
              new IndexColorModel(bits, colors, part, part, part));
      for (int at = 0; at < 200 * 150; at++) {
        // Noise fills the table of strings, and runs make them long.
        int index = at % 7_000 < 4_500 ? random.nextInt(colors) : at / 50 % colors;
        image.getRaster().setSample(at % 200, at / 200, 0, index);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(ImageIO.write(image, "gif", out)).isTrue();
      assertThat(requireSame(colors + " colours, seed " + SEED, out.toByteArray())).isEqualTo(1);
    }
  }
}
