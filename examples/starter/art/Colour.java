import java.util.Locale;

/**
 * The colours of the game, as the letters of its grids name them. Ramps run from dark to light;
 * shadows lean to violet and lights to yellow, so that everything looks lit by the same evening
 * sun.
 */
enum Colour {
  CLEAR('.', 0x00000000),
  INK('k', 0xff1b1528),
  PLUM('K', 0xff3d2b52),
  CREAM('w', 0xfffdf6e3),
  STONE_1('a', 0xff2f2f4a),
  STONE_2('b', 0xff4d5370),
  STONE_3('c', 0xff7a86a0),
  STONE_4('d', 0xffaab8c2),
  STONE_5('e', 0xffdbe5df),
  LEAF_1('f', 0xff17322f),
  LEAF_2('g', 0xff21503f),
  LEAF_3('h', 0xff35783f),
  LEAF_4('I', 0xff4b8f42),
  LEAF_5('i', 0xff62a545),
  LEAF_6('j', 0xff9bcb4c),
  LEAF_7('l', 0xffd9ea7a),
  WOOD_1('m', 0xff452a36),
  WOOD_2('n', 0xff6d4239),
  WOOD_3('o', 0xff9c6540),
  WOOD_4('p', 0xffcb9156),
  WOOD_5('q', 0xffecc587),
  RED_1('r', 0xff6b1d3b),
  RED_2('s', 0xffb02e3e),
  RED_3('t', 0xffe2553f),
  RED_4('u', 0xfff79152),
  GOLD_1('v', 0xffa65a2c),
  GOLD_2('x', 0xffe29a35),
  GOLD_3('y', 0xffffd75e),
  GOLD_4('z', 0xfffff4b8),
  SKIN_1('A', 0xffc98263),
  SKIN_2('B', 0xfff0bd8e),
  SKIN_3('C', 0xfffbdcb0),
  WATER_1('D', 0xff1f3866),
  WATER_2('E', 0xff2c62a0),
  WATER_3('F', 0xff459fce),
  WATER_4('G', 0xff8adbe6),
  WATER_5('H', 0xffd5f7f0),
  VIOLET_1('M', 0xff42215f),
  VIOLET_2('N', 0xff7637a0),
  VIOLET_3('P', 0xffb163d4),
  VIOLET_4('Q', 0xffeaa8f0);

  private final char letter;
  private final int argb;

  Colour(char letter, int argb) {
    this.letter = letter;
    this.argb = argb;
  }

  int argb() {
    return argb;
  }

  static Colour of(char letter) {
    for (Colour colour : values()) {
      if (colour.letter == letter) {
        return colour;
      }
    }
    throw new IllegalArgumentException(
        String.format(Locale.ROOT, "no colour is called '%c'", letter));
  }

  /** The colours that {@code letters} name, in that order, as 0xAARRGGBB. */
  static int[] ramp(String letters) {
    return letters.chars().map(letter -> of((char) letter).argb).toArray();
  }
}
