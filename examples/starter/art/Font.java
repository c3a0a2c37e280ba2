/**
 * The letters of the game: ASCII 32 to 127 in tiles of 8 x 8, 16 a row, white above and golden
 * below, with a shadow. Code 127 is a box, for what the font does not have.
 */
final class Font {
  static final String PALETTE = ".wqk";

  private static final int GLYPH_WIDTH = 5;

  /** Twelve bands of eight glyphs, 5 x 8 each; the eighth row is below the base line. */
  private static final String[] BANDS = {
    """
    ..... ..w.. w.w.. .w.w. ..w.. w...w .w... .w...
    ..... ..w.. w.w.. wwwww .wwww w..w. w.w.. .w...
    ..... ..w.. w.w.. .w.w. w.w.. ...w. w.w.. w....
    ..... ..w.. ..... .w.w. .www. ..w.. .w... .....
    ..... ..w.. ..... wwwww ..w.w .w... w.w.w .....
    ..... ..... ..... .w.w. wwww. .w..w w..w. .....
    ..... ..w.. ..... ..... ..w.. w...w .ww.w .....
    ..... ..... ..... ..... ..... ..... ..... .....
    """,
    """
    ..ww. .ww.. ..... ..... ..... ..... ..... ....w
    .w... ...w. .w.w. ..w.. ..... ..... ..... ...w.
    w.... ....w ..w.. ..w.. ..... ..... ..... ...w.
    w.... ....w wwwww wwwww ..... wwwww ..... ..w..
    w.... ....w ..w.. ..w.. ..... ..... ..... .w...
    .w... ...w. .w.w. ..w.. .ww.. ..... .ww.. .w...
    ..ww. .ww.. ..... ..... .ww.. ..... .ww.. w....
    ..... ..... ..... ..... .w... ..... ..... .....
    """,
    """
    .www. ..w.. .www. .www. ...w. wwwww .www. wwwww
    w...w .ww.. w...w w...w ..ww. w.... w.... ....w
    w..ww ..w.. ....w ....w .w.w. wwww. w.... ...w.
    w.w.w ..w.. ...w. ..ww. w..w. ....w wwww. ..w..
    ww..w ..w.. ..w.. ....w wwwww ....w w...w ..w..
    w...w ..w.. .w... w...w ...w. w...w w...w ..w..
    .www. .www. wwwww .www. ...w. .www. .www. ..w..
    ..... ..... ..... ..... ..... ..... ..... .....
    """,
    """
    .www. .www. ..... ..... ...w. ..... .w... .www.
    w...w w...w .ww.. .ww.. ..w.. ..... ..w.. w...w
    w...w w...w .ww.. .ww.. .w... wwwww ...w. ....w
    .www. .wwww ..... ..... w.... ..... ....w ...w.
    w...w ....w .ww.. .ww.. .w... wwwww ...w. ..w..
    w...w ....w .ww.. .ww.. ..w.. ..... ..w.. .....
    .www. .www. ..... .w... ...w. ..... .w... ..w..
    ..... ..... ..... ..... ..... ..... ..... .....
    """,
    """
    .www. .www. wwww. .www. wwww. wwwww wwwww .www.
    w...w w...w w...w w...w w...w w.... w.... w...w
    w.www w...w w...w w.... w...w w.... w.... w....
    w.w.w wwwww wwww. w.... w...w wwww. wwww. w.www
    w.www w...w w...w w.... w...w w.... w.... w...w
    w.... w...w w...w w...w w...w w.... w.... w...w
    .www. w...w wwww. .www. wwww. wwwww w.... .wwww
    ..... ..... ..... ..... ..... ..... ..... .....
    """,
    """
    w...w .www. ..www w...w w.... w...w w...w .www.
    w...w ..w.. ...w. w..w. w.... ww.ww ww..w w...w
    w...w ..w.. ...w. w.w.. w.... w.w.w w.w.w w...w
    wwwww ..w.. ...w. ww... w.... w.w.w w..ww w...w
    w...w ..w.. ...w. w.w.. w.... w...w w...w w...w
    w...w ..w.. w..w. w..w. w.... w...w w...w w...w
    w...w .www. .ww.. w...w wwwww w...w w...w .www.
    ..... ..... ..... ..... ..... ..... ..... .....
    """,
    """
    wwww. .www. wwww. .wwww wwwww w...w w...w w...w
    w...w w...w w...w w.... ..w.. w...w w...w w...w
    w...w w...w w...w w.... ..w.. w...w w...w w...w
    wwww. w...w wwww. .www. ..w.. w...w w...w w.w.w
    w.... w.w.w w.w.. ....w ..w.. w...w w...w w.w.w
    w.... w..w. w..w. ....w ..w.. w...w .w.w. ww.ww
    w.... .ww.w w...w wwww. ..w.. .www. ..w.. w...w
    ..... ..... ..... ..... ..... ..... ..... .....
    """,
    """
    w...w w...w wwwww .www. w.... .www. ..w.. .....
    w...w w...w ....w .w... .w... ...w. .w.w. .....
    .w.w. .w.w. ...w. .w... .w... ...w. w...w .....
    ..w.. ..w.. ..w.. .w... ..w.. ...w. ..... .....
    .w.w. ..w.. .w... .w... ...w. ...w. ..... .....
    w...w ..w.. w.... .w... ...w. ...w. ..... .....
    w...w ..w.. wwwww .www. ....w .www. ..... wwwww
    ..... ..... ..... ..... ..... ..... ..... .....
    """,
    """
    .w... ..... w.... ..... ....w ..... ..ww. .....
    ..w.. ..... w.... ..... ....w ..... .w..w .....
    ...w. .www. w.ww. .www. .ww.w .www. .w... .wwww
    ..... ....w ww..w w.... w..ww w...w www.. w...w
    ..... .wwww w...w w.... w...w wwwww .w... w...w
    ..... w...w w...w w...w w...w w.... .w... .wwww
    ..... .wwww wwww. .www. .wwww .www. .w... ....w
    ..... ..... ..... ..... ..... ..... ..... .www.
    """,
    """
    w.... ..w.. ...w. w.... .ww.. ..... ..... .....
    w.... ..... ..... w.... ..w.. ..... ..... .....
    w.ww. .ww.. ..ww. w..w. ..w.. ww.w. w.ww. .www.
    ww..w ..w.. ...w. w.w.. ..w.. w.w.w ww..w w...w
    w...w ..w.. ...w. ww... ..w.. w.w.w w...w w...w
    w...w ..w.. ...w. w.w.. ..w.. w.w.w w...w w...w
    w...w .www. w..w. w..w. .www. w...w w...w .www.
    ..... ..... .ww.. ..... ..... ..... ..... .....
    """,
    """
    ..... ..... ..... ..... .w... ..... ..... .....
    ..... ..... ..... ..... .w... ..... ..... .....
    wwww. .wwww w.ww. .wwww wwww. w...w w...w w...w
    w...w w...w ww..w w.... .w... w...w w...w w...w
    w...w w...w w.... .www. .w... w...w w...w w.w.w
    wwww. .wwww w.... ....w .w..w w..ww .w.w. w.w.w
    w.... ....w w.... wwww. ..ww. .ww.w ..w.. .w.w.
    w.... ....w ..... ..... ..... ..... ..... .....
    """,
    """
    ..... ..... ..... ...ww ..w.. ww... ..... wwwww
    ..... ..... ..... ..w.. ..w.. ..w.. ..... w...w
    w...w w...w wwwww ..w.. ..w.. ..w.. .w..w w...w
    .w.w. w...w ...w. .w... ..w.. ...w. w.w.w w...w
    ..w.. w...w ..w.. ..w.. ..w.. ..w.. w..w. w...w
    .w.w. .wwww .w... ..w.. ..w.. ..w.. ..... w...w
    w...w ....w wwwww ...ww ..w.. ww... ..... wwwww
    ..... .www. ..... ..... ..... ..... ..... .....
    """
  };

  private Font() {}

  /** 128 x 48. */
  static Raster sheet() {
    Raster sheet = new Raster(128, 48);
    for (int code = 0; code < 96; code++) {
      Raster band = Raster.of(BANDS[code / 8]);
      int left = code % 16 * 8;
      int top = code / 16 * 8;
      shade(sheet, band, code % 8 * GLYPH_WIDTH, left + 1, top);
      face(sheet, band, code % 8 * GLYPH_WIDTH, left + 1, top);
    }
    return sheet;
  }

  /** Below and to the right of every stroke; what comes after covers the rest. */
  private static void shade(Raster sheet, Raster band, int glyph, int left, int top) {
    for (int y = 0; y < 8; y++) {
      int below = Math.min(y + 1, 7);
      for (int x = 0; x < GLYPH_WIDTH; x++) {
        if (!band.isClear(glyph + x, y)) {
          sheet.set(left + x + 1, top + y, Colour.INK);
          sheet.set(left + x, top + below, Colour.INK);
          sheet.set(left + x + 1, top + below, Colour.INK);
        }
      }
    }
  }

  private static void face(Raster sheet, Raster band, int glyph, int left, int top) {
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < GLYPH_WIDTH; x++) {
        if (!band.isClear(glyph + x, y)) {
          sheet.set(left + x, top + y, y < 4 ? Colour.CREAM : Colour.WOOD_5);
        }
      }
    }
  }
}
