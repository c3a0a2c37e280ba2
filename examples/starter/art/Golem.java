/** The guardian of the wood: mossy boulders around an ember. Four frames of 32 x 32. */
final class Golem {
  private static final String STONE = "abbccde";
  private static final String FAR_STONE = "aabbcc";

  private static final String MOSS =
      """
      ..jjjj...
      .jjijjij.
      jjiiIjiiI
      iIhiIhIi.
      .h..I..h.
      """;

  private static final String EYES =
      """
      kkkkkkkkkk
      kuyk..kuyk
      kttk..kttk
      """;

  /** The gaps between them. */
  private static final String FINGERS =
      """
      k..k
      k..k
      """;

  private static final String[] EMBERS = {
    """
    .krrk.
    krttrk
    rtuutr
    rtuytr
    krttrk
    .krrk.
    """,
    """
    .krrk.
    krturk
    rtyyur
    ruyzur
    krurrk
    .krrk.
    """,
    """
    .krrk.
    krutrk
    ruyyut
    ryzzyt
    kruurk
    .krrk.
    """
  };

  private Golem() {}

  /** 128 x 32: it breathes in and out. */
  static Raster sheet() {
    Raster sheet = new Raster(128, 32);
    int[] embers = {0, 1, 2, 1};
    int[] lifts = {0, 0, 1, 1};
    for (int frame = 0; frame < 4; frame++) {
      sheet.draw(figure(lifts[frame], EMBERS[embers[frame]]), frame * 32, 0);
    }
    return sheet;
  }

  private static Raster figure(int lift, String ember) {
    Raster body =
        new Raster(32, 32)
            .draw(boulder(10.5, 27.5, 4, 3, FAR_STONE), 0, 0)
            .draw(boulder(21.5, 27.5, 4, 3, FAR_STONE), 0, 0)
            .draw(boulder(16, 19, 8.5, 7.5, STONE), 0, -lift)
            .draw(boulder(26.2, 14.5, 3.6, 3.6, FAR_STONE), 0, -lift)
            .draw(boulder(5.8, 14.5, 3.6, 3.6, STONE), 0, -lift)
            .draw(boulder(27, 22, 3.8, 5, FAR_STONE), 0, 0)
            .draw(boulder(5, 22, 3.8, 5, STONE), 0, 0)
            .draw(boulder(16, 9, 6.2, 5.6, STONE), 0, -lift);
    body.draw(MOSS, 11, 3 - lift).draw(EYES, 11, 8 - lift).draw(ember, 13, 17 - lift);
    body.draw(Plants.CUSHION, 3, 11 - lift).draw(Plants.CUSHION, 25, 11 - lift);
    body.draw(FINGERS, 3, 24).draw(FINGERS, 25, 24);
    return body;
  }

  private static Raster boulder(
      double x, double y, double radiusX, double radiusY, String letters) {
    Raster stone = new Clay(32, 32, 0.1).ball(x, y, radiusX, radiusY, letters).raster();
    return stone.outlined(Colour.INK);
  }
}
