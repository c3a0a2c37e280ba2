/** Trees of two by two tiles, and what grows below them. */
final class Plants {
  private static final String LEAVES = "fghIij";
  private static final String NEEDLES = "ffgghhI";

  /** A little moss, for a stone. */
  static final String CUSHION =
      """
      jj.
      ijI
      .I.
      """;

  static final String FLOWER =
      """
      .t.t.
      tuyut
      .tyt.
      tutut
      ..h..
      """;

  static final String DAISY =
      """
      .w.
      wyw
      .w.
      .h.
      """;

  static final String MUSHROOM =
      """
      ...kkkkk...
      ..kuuttsk..
      .kuwwttssk.
      kutwwtswwsk
      kttttttwwsk
      krsstssssrk
      .kkrrrrrkk.
      ..kwqqBAk..
      ..kwqqBAk..
      ..kqqBBAk..
      ...kkkkk...
      """;

  static final String PEBBLES =
      """
      .kk........
      kedk.......
      kdck.......
      .kk........
      ...........
      .......kkk.
      ......kedck
      ......kdcbk
      .......kkk.
      """;

  static final String LILY =
      """
      ..gggg..
      .gjjIihg
      gjiIi...
      gjjIIiig
      .ghihhg.
      ..DDDD..
      """;

  static final String MOSS =
      """
      jijIjiji.jijjIij
      IiIhIiI...IiIhIi
      .hI..h.....h..I.
      ................
      ................
      ................
      ................
      ................
      ....I...........
      ....jI..........
      .....h..........
      """;

  static final String BERRIES =
      """
      .....su.
      .s...rs.
      sus.....
      .r......
      ......s.
      .....sus
      ......r.
      """;

  static final String STUMP =
      """
      ................
      ................
      ................
      ....kkkkkkkk....
      ..kkqqqqqqqpkk..
      .kqqppppppppqpk.
      .kqppqqqqqppppk.
      .kppqqpppqqppok.
      .koppqqqqqpppok.
      .kokkppppppookk.
      .kooookkkkoonnk.
      .kpoonoooonnomk.
      .kpoonoonnonnmk.
      kpoonnoonnmonnmk
      koonkknoonkknnmk
      .kkk..kkkk..kkk.
      """;

  private Plants() {}

  /** 32 x 32. */
  static Raster oak() {
    Raster crown =
        new Clay(32, 32, 0.24)
            .ball(16, 19.5, 8, 4.5, "fgh")
            .ball(7.5, 18, 6, 4.8, "fghI")
            .ball(24.5, 18, 6, 4.8, "fghI")
            .ball(24.5, 12, 6, 5.5, "fghIi")
            .ball(16, 16.5, 6.5, 5.2, "ffghIi")
            .ball(20, 7.5, 7, 5.8, "fghIij")
            .ball(7.5, 12, 6, 5.6, "fghIij")
            .ball(12, 7.5, 7.2, 6, "fghIijj")
            .ball(15, 12, 5, 4.2, "fghIij")
            .raster();
    return trunk().draw(crown, 0, 0).outlined(Colour.INK);
  }

  private static Raster trunk() {
    Raster trunk = new Raster(32, 32);
    int[] bark = Colour.ramp("pponoonm");
    for (int y = 20; y < 31; y++) {
      int spread = Math.max(0, y - 28);
      for (int x = 12 - spread; x < 20 + spread; x++) {
        int shade = Math.clamp(x - 12 + (y * 3 + x) % 5 / 4, 0, 7);
        trunk.set(x, y, y < 24 ? Colour.WOOD_1.argb() : bark[shade]);
      }
    }
    trunk.set(15, 30, Colour.CLEAR);
    trunk.set(16, 30, Colour.CLEAR);
    return trunk;
  }

  /** 32 x 32: three skirts of needles, the upper in front of the lower. */
  static Raster pine() {
    Raster tree = new Raster(32, 32);
    tree.rect(14, 26, 5, 5, Colour.WOOD_2);
    tree.rect(14, 28, 2, 3, Colour.WOOD_3);
    tree.rect(18, 26, 1, 5, Colour.WOOD_1);
    int[] ramp = Colour.ramp(NEEDLES);
    Noise noise = new Noise(21);
    int[][] skirts = {{13, 27, 13}, {7, 20, 10}, {1, 13, 7}};
    for (int[] skirt : skirts) {
      for (int y = skirt[0]; y <= skirt[1]; y++) {
        double along = (y - skirt[0] + 1.0) / (skirt[1] - skirt[0] + 1);
        for (int x = 0; x < 32; x++) {
          double half = skirt[2] * along - (x * 7 % 5 < 2 && y == skirt[1] ? 3 : 0);
          boolean fringe = y == skirt[1] && x * 3 % 4 == 0;
          if (Math.abs(x - 16) > half || fringe) {
            continue;
          }
          double light = 0.72 - (x - 16) / (half + 2) * 0.4 - along * 0.35;
          light += 0.3 * (noise.at(x, y / 2) - 0.5);
          int shade = Math.clamp((int) (light * ramp.length), 0, ramp.length - 1);
          tree.set(x, y, ramp[y == skirt[1] ? Math.min(shade, 1) : shade]);
        }
      }
    }
    return tree.outlined(Colour.INK);
  }

  static Raster bush() {
    return new Clay(16, 16, 0.22)
        .ball(4.8, 10, 4, 4, LEAVES.substring(0, 5))
        .ball(11.2, 10, 4, 4, LEAVES.substring(0, 5))
        .ball(8, 7.5, 5, 5, LEAVES)
        .ball(8, 11, 5, 3.3, LEAVES.substring(0, 5))
        .raster()
        .outlined(Colour.INK);
  }

  static Raster rock() {
    return new Clay(16, 16, 0.1)
        .ball(10.5, 10.2, 4.5, 4.3, "abc")
        .ball(7, 8.7, 5.5, 5.8, "abcde")
        .raster()
        .outlined(Colour.INK)
        .draw(CUSHION, 4, 4);
  }
}
