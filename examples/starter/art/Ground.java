import java.util.Arrays;

/** Grass, earth, water and stone: textures that join with themselves after 16 pixels. */
final class Ground {
  private static final String TUFT =
      """
      j..j.
      jI.jI
      .jIj.
      ..h..
      """;

  private static final String BLADE =
      """
      j.
      .h
      """;

  /** Centres of the stones in a texture; a stone that crosses an edge goes on at the other side. */
  private static final int[][] STONES = {
    {2, 2}, {8, 1}, {13, 4}, {5, 7}, {11, 9}, {1, 11}, {7, 13}, {14, 14}
  };

  private Ground() {}

  static Raster grass(int seed) {
    Noise noise = new Noise(seed);
    Raster tile = new Raster(16, 16).fill(Colour.LEAF_5);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        if (new Noise(3).wave(x, y) > 0.62) {
          tile.set(x, y, Colour.LEAF_4);
        }
      }
    }
    for (int i = 0; i < 4; i++) {
      tile.draw(BLADE, 1 + (int) (noise.at(i, 1) * 13), 1 + (int) (noise.at(i, 2) * 13));
    }
    return tile;
  }

  static Raster tufts(int seed) {
    return grass(seed).draw(TUFT, 2, 2).draw(TUFT, 9, 7).draw(TUFT, 3, 11);
  }

  static Raster earth() {
    Noise noise = new Noise(11);
    Raster tile = new Raster(16, 16).fill(Colour.WOOD_4);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        double grain = noise.at(x, y);
        if (new Noise(5).wave(x, y) > 0.62) {
          tile.set(x, y, Colour.WOOD_5);
        }
        if (grain > 0.975) {
          tile.set(x, y, Colour.WOOD_3);
          tile.set(x + 1, y, Colour.WOOD_3);
          tile.set(x, y - 1, Colour.WOOD_5);
        }
      }
    }
    return tile;
  }

  /** {@code frame} 0 to 3; the fourth is followed by the first. */
  static Raster water(int frame) {
    Raster tile = new Raster(16, 16).fill(Colour.WATER_3);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        double swell =
            new Noise(7).wave(x + frame * 4, y) + 0.55 * new Noise(2).wave(y * 2, x - frame * 4);
        if (swell < -0.6) {
          tile.set(x, y, Colour.WATER_2);
        }
        if (swell > 0.85) {
          tile.set(x, y, swell > 1.08 ? Colour.WATER_5 : Colour.WATER_4);
        }
      }
    }
    return tile;
  }

  /** Stones with dark joints; {@code letters} from the joint's colour to the light's. */
  static Raster cobble(String letters, double scaleY) {
    int[] ramp = Colour.ramp(letters);
    Raster tile = new Raster(16, 16);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        double[] distances = new double[STONES.length];
        double light = 0;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < STONES.length; i++) {
          double across = Math.IEEEremainder(x - STONES[i][0], 16);
          double down = Math.IEEEremainder(y - STONES[i][1], 16) * scaleY;
          distances[i] = Math.sqrt(across * across + down * down);
          if (distances[i] < nearest) {
            nearest = distances[i];
            light = -(across + 1.4 * down) / 4 + 0.12 * (i % 3);
          }
        }
        Arrays.sort(distances);
        boolean joint = distances[1] - distances[0] < 1.05;
        int shade = 1 + (int) Math.floor((light + 0.9) / 1.8 * (ramp.length - 1));
        tile.set(x, y, joint ? ramp[0] : ramp[Math.clamp(shade, 1, ramp.length - 1)]);
      }
    }
    return tile;
  }

  static Raster bricks(String letters) {
    int[] ramp = Colour.ramp(letters);
    Raster tile = new Raster(16, 16);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        int inBrickY = y % 4;
        int brick = (x + (y / 4 % 2) * 4) % 16;
        int inBrickX = brick % 8;
        boolean worn = new Noise(4).at(brick / 8, y / 4) > 0.6;
        int shade = inBrickY == 0 || inBrickX == 0 ? 2 : 1;
        shade += worn ? 1 : 0;
        tile.set(
            x,
            y,
            inBrickY == 3 || inBrickX == 7 ? ramp[0] : ramp[Math.min(shade, ramp.length - 1)]);
      }
    }
    return tile;
  }
}
