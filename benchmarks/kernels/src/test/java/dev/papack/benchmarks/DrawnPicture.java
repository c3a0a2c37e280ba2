package dev.papack.benchmarks;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of 1,024 x 1,024 pixels, the same at every run. */
public enum DrawnPicture {
  /** Flat shapes in 32 colours, one byte a pixel. */
  INDEXED,

  /** The same shapes, four bytes a pixel. */
  TRUECOLOR,

  /** Soft gradients with some noise, three bytes a pixel: what filters of rows are made for. */
  SHADED,

  /** Shapes in tiles of 8 x 8 that share a few palettes: what becomes a bank of tiles. */
  TILES;

  static final int SIDE_PIXELS = 1_024;

  private static final int COLORS = 32;
  private static final int SHAPES = 20_000;

  /** This picture as a PNG. */
  byte[] png() throws IOException {
    BufferedImage image =
        switch (this) {
          case INDEXED -> shapes(indexedCanvas());
          case TRUECOLOR ->
              shapes(new BufferedImage(SIDE_PIXELS, SIDE_PIXELS, BufferedImage.TYPE_INT_ARGB));
          case SHADED -> shaded();
          case TILES -> tiles();
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static int[] colors() {
    Random random = new Random(1);
    int[] colors = new int[COLORS];
    Arrays.setAll(colors, _ -> 0xFF000000 | random.nextInt(1 << 24));
    return colors;
  }

  private static BufferedImage indexedCanvas() {
    IndexColorModel model =
        new IndexColorModel(8, COLORS, colors(), 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    return new BufferedImage(SIDE_PIXELS, SIDE_PIXELS, BufferedImage.TYPE_BYTE_INDEXED, model);
  }

  private static BufferedImage shapes(BufferedImage canvas) {
    int[] colors = colors();
    Random random = new Random(2);
    for (int shape = 0; shape < SHAPES; shape++) {
      int left = random.nextInt(SIDE_PIXELS);
      int top = random.nextInt(SIDE_PIXELS);
      int right = Math.min(SIDE_PIXELS, left + 1 + random.nextInt(24));
      int color = colors[random.nextInt(COLORS)];
      for (int y = top; y < Math.min(SIDE_PIXELS, top + 24); y++) {
        for (int x = left; x < right; x++) {
          canvas.setRGB(x, y, color);
        }
      }
    }
    return canvas;
  }

  private static BufferedImage shaded() {
    BufferedImage image = new BufferedImage(SIDE_PIXELS, SIDE_PIXELS, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int y = 0; y < SIDE_PIXELS; y++) {
      for (int x = 0; x < SIDE_PIXELS; x++) {
        int noise = random.nextInt(4);
        image.setRGB(x, y, ((x >> 2) + noise) << 16 | ((y >> 2) + noise) << 8 | (x + y) >> 3);
      }
    }
    return image;
  }

  private static BufferedImage tiles() {
    BufferedImage image = new BufferedImage(SIDE_PIXELS, SIDE_PIXELS, BufferedImage.TYPE_INT_ARGB);
    Random random = new Random(4);
    int[][] palettes = new int[16][15];
    for (int[] palette : palettes) {
      Arrays.setAll(palette, _ -> 0xFF000000 | random.nextInt(1 << 24));
    }
    for (int top = 0; top < SIDE_PIXELS; top += 8) {
      for (int left = 0; left < SIDE_PIXELS; left += 8) {
        int[] palette = palettes[random.nextInt(palettes.length)];
        for (int y = top; y < top + 8; y++) {
          for (int x = left; x < left + 8; x++) {
            image.setRGB(x, y, palette[random.nextInt(palette.length)]);
          }
        }
      }
    }
    return image;
  }
}
