import java.util.List;

/** The name of the game, 171 x 45: no multiple of any tile, as logos are. */
final class Title {
  private static final int LETTER_HEIGHT = 18;
  private static final int LEFT = 7;
  private static final int TOP = 18;

  /** From the upper edge of the letters to the lower. */
  private static final String GLOW = "zzzyyyyyxxxxxuuutt";

  private static final List<String> NAME =
      List.of(
          Capitals.E,
          Capitals.M,
          Capitals.B,
          Capitals.E,
          Capitals.R,
          Capitals.W,
          Capitals.O,
          Capitals.O,
          Capitals.D);

  /** Burns in the first O, as in a lantern. */
  private static final String FLAME =
      """
      ...k...
      ..ktk..
      ..ktk..
      .ktutk.
      .ktutk.
      ktuyutk
      ktuyytk
      ktyzytk
      ktyzytk
      .ktytk.
      ..kkk..
      """;

  private static final String LEAF =
      """
      ..kkkk.
      .kjjlik
      kjjliik
      kjliihk
      kliihk.
      .kkkk..
      """;

  private Title() {}

  static Raster logo() {
    Raster letters = new Raster(171, 45);
    int x = LEFT;
    for (String letter : NAME) {
      Raster shape = Raster.of(letter);
      letters.draw(lit(shape), x, TOP);
      x += shape.width + 3;
    }
    Raster edged = letters.outlined(Colour.RED_1).outlined(Colour.INK);
    Raster logo = new Raster(171, 45).draw(shadowOf(edged), 0, 3).draw(edged, 0, 0);
    // The first O is a lantern, dark behind its flame.
    logo.rect(114, TOP + 3, 7, 12, Colour.INK);
    logo.draw(FLAME, 114, TOP + 3);
    branch(logo);
    return logo;
  }

  /** Glowing from above, bright on upper left edges and dark on lower right ones. */
  private static Raster lit(Raster shape) {
    int[] glow = Colour.ramp(GLOW);
    Raster letter = new Raster(shape.width, LETTER_HEIGHT);
    for (int y = 0; y < LETTER_HEIGHT; y++) {
      for (int x = 0; x < shape.width; x++) {
        if (shape.isClear(x, y)) {
          continue;
        }
        letter.set(x, y, glow[y]);
        if (shape.isClear(x, y + 1) || shape.isClear(x + 1, y)) {
          letter.set(x, y, y < 9 ? Colour.GOLD_1 : Colour.RED_2);
        } else if (shape.isClear(x, y - 1) || shape.isClear(x - 1, y)) {
          letter.set(x, y, y < 9 ? Colour.CREAM : Colour.GOLD_3);
        }
      }
    }
    return letter;
  }

  private static Raster shadowOf(Raster shape) {
    Raster shadow = new Raster(shape.width, shape.height);
    for (int y = 0; y < shape.height; y++) {
      for (int x = 0; x < shape.width; x++) {
        if (!shape.isClear(x, y)) {
          shadow.set(x, y, Colour.INK);
        }
      }
    }
    return shadow;
  }

  /** A twig above the letters, with leaves, and sparks that rise from the flame. */
  private static void branch(Raster logo) {
    Raster twig = new Raster(171, 45);
    for (int x = 10; x < 161; x++) {
      int y = twigY(x);
      twig.rect(x, y, 1, 1, Colour.WOOD_3);
      twig.rect(x, y + 1, 1, 1, Colour.WOOD_2);
    }
    Raster leaf = Raster.of(LEAF);
    logo.draw(twig.outlined(Colour.INK), 0, 0);
    for (int i = 0; i < 9; i++) {
      int x = 12 + i * 17 + i * i % 5;
      int y = twigY(x);
      logo.draw(i % 2 == 0 ? leaf : leaf.mirrored(), x - 3, i % 3 == 1 ? y + 1 : y - 6);
    }
    Noise noise = new Noise(5);
    for (int spark = 0; spark < 9; spark++) {
      int x = 110 + (int) (noise.at(spark, 0) * 15);
      int y = (int) (noise.at(spark, 1) * 11);
      logo.set(x, y, spark % 2 == 0 ? Colour.GOLD_3 : Colour.RED_4);
    }
  }

  private static int twigY(int x) {
    return 12 - (int) Math.round(2.5 * StrictMath.sin(x * 0.055) + 1.2 * StrictMath.sin(x * 0.17));
  }
}
