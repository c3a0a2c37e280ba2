/** Light, shadow and smoke: pictures whose edges are soft, or that have no colour at all. */
final class Effects {
  static final String WIPE_PALETTE = ".k";

  private Effects() {}

  /** A shadow on the ground, 16 x 16: alpha falls from 160 in the middle to 0. */
  static Raster shadow() {
    Raster shadow = new Raster(16, 16);
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 16; x++) {
        double distance = StrictMath.hypot((x - 7.5) / 7.5, (y - 11.5) / 3.6);
        int alpha = (int) Math.round(160 * Math.clamp(1.6 - 1.6 * distance, 0, 1));
        shadow.set(x, y, alpha << 24 | Colour.INK.argb() & 0xffffff);
      }
    }
    return shadow;
  }

  /** The shine of an ember, two frames of 32 x 32: rings of colour under a soft alpha. */
  static Raster glow() {
    int[] ramp = Colour.ramp("stuxyzw");
    Raster glow = new Raster(64, 32);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 64; x++) {
        int frame = x / 32;
        double acrossX = x % 32 - 15.5;
        double downY = y - 15.5;
        double turn = StrictMath.atan2(downY, acrossX);
        double ray = 1 + 0.14 * StrictMath.cos(8 * turn + frame * Math.PI);
        double strength = 1 - StrictMath.hypot(acrossX, downY) / (15.5 * ray / 1.14);
        if (strength > 0) {
          int shade = Math.clamp((int) (strength * strength * 5 + strength * 3), 0, 6);
          int alpha = (int) Math.round(255 * Math.min(1, strength * 2.2));
          glow.set(x, y, alpha << 24 | ramp[shade] & 0xffffff);
        }
      }
    }
    return glow;
  }

  /** A puff of dust in greys, four frames of 16 x 16; grey 0 is the colour key. */
  static Raster dust() {
    Raster strip = new Raster(64, 16);
    double[][][] puffs = {
      {{8, 11, 3.2}},
      {{6, 11, 3.6}, {10, 9.5, 3.8}, {9, 12, 3}},
      {{4.5, 10, 3.2}, {11, 8, 3.6}, {8, 12, 2.8}, {7.5, 5.5, 2.4}},
      {{3.2, 8, 1.8}, {12, 5.5, 2}, {12.5, 11, 1.4}, {7, 3.5, 1.4}}
    };
    for (int frame = 0; frame < puffs.length; frame++) {
      Raster puff = new Raster(16, 16);
      for (double[] ball : puffs[frame]) {
        puff.draw(
            new Clay(16, 16, 0.05).ball(ball[0], ball[1], ball[2], ball[2], "bcdew").raster(),
            0,
            0);
      }
      strip.draw(puff, frame * 16, 0);
    }
    return greyed(strip);
  }

  private static Raster greyed(Raster coloured) {
    Raster grey = new Raster(coloured.width, coloured.height);
    for (int y = 0; y < grey.height; y++) {
      for (int x = 0; x < grey.width; x++) {
        int argb = coloured.get(x, y);
        if (argb >>> 24 != 0) {
          int level = ((argb >> 16 & 255) * 77 + (argb >> 8 & 255) * 150 + (argb & 255) * 29) >> 8;
          grey.set(x, y, 0xff000000 | level * 0x10101);
        }
      }
    }
    return grey;
  }

  /** A wipe from clear to black in 16 steps of 8 x 8, one dot more per 4 x 4 cell each time. */
  static Raster wipe() {
    Raster strip = new Raster(128, 8);
    for (int x = 0; x < 128; x++) {
      for (int y = 0; y < 8; y++) {
        if (Dither.ORDER[y % 4][x % 4] <= x / 8) {
          strip.set(x, y, Colour.INK);
        }
      }
    }
    return strip;
  }
}
