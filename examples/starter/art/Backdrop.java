/** Dusk behind the title: 256 x 128, in tiles of 32. Every pixel is opaque. */
final class Backdrop {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 128;

  /** From the top of the sky to the horizon. */
  private static final String SKY = "DDMMNNstuqz";

  private final Raster picture = new Raster(WIDTH, HEIGHT);

  private Backdrop() {}

  static Raster picture() {
    Backdrop backdrop = new Backdrop();
    backdrop.sky();
    backdrop.stars();
    backdrop.sun(176, 70, 21);
    backdrop.clouds();
    backdrop.ridge(78, 9, 3, Colour.RED_1, Colour.RED_2);
    backdrop.ridge(88, 7, 8, Colour.VIOLET_1, Colour.RED_1);
    backdrop.wood(102, 14, 31, Colour.STONE_1, Colour.VIOLET_1);
    backdrop.wood(113, 20, 57, Colour.LEAF_1, Colour.LEAF_2);
    backdrop.wood(127, 19, 83, Colour.INK, Colour.LEAF_1);
    return backdrop.picture;
  }

  private void sky() {
    int[] ramp = Colour.ramp(SKY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double level = Math.min(1, y / 92.0) * (ramp.length - 1);
        int shade = (int) (level + (Dither.ORDER[y % 4][x % 4] + 0.5) / 16);
        picture.set(x, y, ramp[Math.min(shade, ramp.length - 1)]);
      }
    }
  }

  private void stars() {
    Noise noise = new Noise(77);
    for (int star = 0; star < 46; star++) {
      int x = (int) (noise.at(star, 0) * WIDTH);
      int y = (int) (noise.at(star, 1) * noise.at(star, 2) * 46);
      picture.set(x, y, star % 3 == 0 ? Colour.CREAM : Colour.VIOLET_4);
      if (star % 11 == 0) {
        for (int arm = -1; arm < 2; arm += 2) {
          picture.set(x + arm, y, Colour.VIOLET_3);
          picture.set(x, y + arm, Colour.VIOLET_3);
        }
      }
    }
  }

  private void sun(int centreX, int centreY, int radius) {
    for (int y = centreY - radius; y <= centreY + radius; y++) {
      for (int x = centreX - radius; x <= centreX + radius; x++) {
        double distance = StrictMath.hypot(x - centreX, y - centreY) / radius;
        if (distance <= 1) {
          boolean rim = distance + (Dither.ORDER[y % 4][x % 4] - 8) / 60.0 > 0.86;
          picture.set(x, y, rim ? Colour.GOLD_3 : Colour.GOLD_4);
        }
      }
    }
  }

  /** Long flat banks, lit from below by the sun. */
  private void clouds() {
    int[][] banks = {{24, 40, 46}, {92, 27, 34}, {205, 36, 52}, {128, 58, 60}, {36, 66, 50}};
    for (int[] bank : banks) {
      for (int layer = 0; layer < 4; layer++) {
        int half = bank[2] / 2 - Math.abs(layer - 2) * 7 - layer % 2 * 3;
        int shift = layer * 5 - 8;
        Colour colour = layer == 3 ? Colour.RED_4 : layer == 2 ? Colour.RED_3 : Colour.RED_2;
        picture.rect(bank[0] + shift - half, bank[1] + layer * 2, half * 2, 2, colour);
        picture.rect(bank[0] + shift - half - 4, bank[1] + layer * 2 + 1, half * 2 + 9, 1, colour);
      }
    }
  }

  private void ridge(int level, double height, int seed, Colour colour, Colour rim) {
    for (int x = 0; x < WIDTH; x++) {
      double turn = 2 * Math.PI * x / WIDTH;
      double rise =
          StrictMath.sin(turn * 3 + seed)
              + 0.6 * StrictMath.sin(turn * 7 + seed * 2)
              + 0.25 * StrictMath.sin(turn * 17 + seed * 5);
      int top = (int) (level - height * rise);
      picture.rect(x, top, 1, HEIGHT - top, colour);
      picture.rect(x, top, 1, 1, rim);
    }
  }

  /** A row of firs. {@code level} is where their feet stand. */
  private void wood(int level, int height, int seed, Colour colour, Colour rim) {
    Noise noise = new Noise(seed);
    picture.rect(0, level - 3, WIDTH, HEIGHT - level + 3, colour);
    int x = -4;
    for (int tree = 0; x < WIDTH + 8; tree++) {
      int tall = (int) (height * (0.65 + 0.6 * noise.at(tree, 1)));
      for (int y = 0; y < tall; y++) {
        int half = (y % 5 + 1) / 2 + y / 4;
        picture.rect(x - half, level - tall + y, half * 2 + 1, 1, colour);
        picture.rect(x + half, level - tall + y, 1, 1, rim);
      }
      x += 4 + (int) (noise.at(tree, 2) * height * 0.75);
    }
  }
}
