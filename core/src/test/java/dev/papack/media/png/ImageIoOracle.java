package dev.papack.media.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.media.ArgbPicture;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** What the JDK makes of a PNG: samples from the raster, so that no colour space interferes. */
final class ImageIoOracle {
  private final BufferedImage image;

  ImageIoOracle(byte[] png) throws IOException {
    image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
  }

  int argb(int x, int y) {
    if (image.getColorModel() instanceof IndexColorModel colors) {
      return colors.getRGB(image.getRaster().getSample(x, y, 0));
    }
    int bands = image.getRaster().getNumBands();
    int color = Math.min(bands, 3) == 3 ? 3 : 1;
    int red = sample(x, y, 0);
    int green = color == 3 ? sample(x, y, 1) : red;
    int blue = color == 3 ? sample(x, y, 2) : red;
    int alpha = bands > color ? sample(x, y, color) : 255;
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  private int sample(int x, int y, int band) {
    int max = (1 << image.getSampleModel().getSampleSize(band)) - 1;
    return (int) Math.round(image.getRaster().getSample(x, y, band) * 255.0 / max);
  }

  /** Compares every pixel; colours under alpha 0 do not count. */
  void requireSame(String name, ArgbPicture picture, int tolerance) {
    assertThat(picture.widthPixels()).as(name).isEqualTo(image.getWidth());
    assertThat(picture.heightPixels()).as(name).isEqualTo(image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        requireNear(name, x, y, picture.argb(x, y), argb(x, y), tolerance);
      }
    }
  }

  static void requireNear(String name, int x, int y, int actual, int expected, int tolerance) {
    if (actual == expected || ((actual | expected) >>> 24) == 0) {
      return;
    }
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      assertThat(actual >> shift & 0xFF)
          .as("%s at %d,%d: %08X for %08X", name, x, y, actual, expected)
          .isBetween(
              (expected >> shift & 0xFF) - tolerance, (expected >> shift & 0xFF) + tolerance);
    }
  }
}
