package dev.papack.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import dev.papack.media.IndexedPicture;
import dev.papack.media.IndexedRows;
import dev.papack.media.Picture;
import dev.papack.media.png.PngBytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {
  private static final long SEED = 7;

  private static byte[] written(ArgbPicture picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngWriter.write(picture, out);
    return out.toByteArray();
  }

  private static ArgbPicture noise(int width, int height) {
    return ArgbPicture.of(width, height, new Random(SEED).ints((long) width * height).toArray());
  }

  private static void requireRoundTrip(ArgbPicture picture) throws IOException {
    byte[] png = written(picture);
    Outcome<Picture> outcome = PngBytes.decode(png);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    ArgbPicture decoded = ArgbPicture.of(((Outcome.Accepted<Picture>) outcome).value());
    BufferedImage oracle =
        Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "no image");
    assertThat(decoded.widthPixels()).isEqualTo(picture.widthPixels());
    assertThat(decoded.heightPixels()).isEqualTo(picture.heightPixels());
    for (int y = 0; y < picture.heightPixels(); y++) {
      for (int x = 0; x < picture.widthPixels(); x++) {
        assertThat(decoded.argb(x, y)).isEqualTo(picture.argb(x, y));
        assertThat(oracle.getRGB(x, y)).isEqualTo(picture.argb(x, y));
      }
    }
  }

  @Test
  void picturesOfColoursComeBackWithTheirAlpha() throws IOException {
    requireRoundTrip(noise(1, 1));
    requireRoundTrip(noise(3, 5));
  }

  @Test
  void picturesLargerThanOneChunkComeBack() throws IOException {
    requireRoundTrip(noise(200, 150));
  }

  @Test
  void picturesOfPaletteIndicesAreWrittenAsTheirColours() throws IOException {
    requireRoundTrip(
        ArgbPicture.indexed(2, 1, new int[] {0x00112233, 0x80FFEEDD}, new byte[] {1, 0}));
  }

  @Test
  void chunksAreFullSoThatLargePicturesStayBelowTheChunkLimit() throws IOException {
    byte[] png = written(noise(1_000, 1_000));
    int firstDataLength = ByteBuffer.wrap(png).getInt(33);
    assertThat(firstDataLength).isBetween(65_000, 65_536);
  }

  @Test
  void theStreamIsLeftOpen() throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    PngWriter.write(noise(1, 1), out);
    assertThat(out.size()).isPositive();
  }

  @Test
  void pictureWithAPaletteKeepsItsOrderAndItsIndices() throws IOException {
    int[] palette = new int[256];
    Arrays.setAll(palette, index -> (index % 16 == 0 ? 0 : 0xFF000000) | index * 0x010203);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngWriter.write(
        new IndexedRows() {
          @Override
          public int widthPixels() {
            return 16;
          }

          @Override
          public int heightPixels() {
            return 16;
          }

          @Override
          public int[] palette() {
            return palette.clone();
          }

          @Override
          public void copyRow(int y, byte[] into, int offset) {
            for (int x = 0; x < 16; x++) {
              into[offset + x] = (byte) (y * 16 + x);
            }
          }
        },
        out);
    Outcome<Picture> outcome = PngBytes.decode(out.toByteArray());
    IndexedPicture picture = (IndexedPicture) ((Outcome.Accepted<Picture>) outcome).value();
    for (int index = 0; index < 256; index++) {
      assertThat(picture.index(index % 16, index / 16)).isEqualTo(index);
      assertThat(picture.paletteArgb(index)).isEqualTo(palette[index]);
    }
  }
}
