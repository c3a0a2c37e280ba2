/**
 * Hearts, a window frame, a bar and signs for the edge of the screen: 64 x 32 in tiles of 8 x 8.
 */
final class Hud {
  static final String PALETTE = ".kKabcdewrstuxyv";

  /** Hearts full, half and empty; coin, key, gem, skull, pointer. */
  private static final String ICONS =
      """
      .kk.kk.. .kk.kk.. .kk.kk.. ..kkkk.. .kkkk... ..kkkk.. ..kkkkk. .kk.....
      kuuktsk. kuukbak. kbbkbak. .kywyxk. kywyxk.. .kwuutk. .kwwwwdk .kwkk...
      kuwtttsk kuwtaaak kbaaaaak kywyyyxk kykkvk.. kwuttssk .kwkwkdk .kwwwkk.
      kuttttsk kuttaaak kbaaaaak kyykkxxk kxyxvk.. kuttssrk .kwkwkdk .kwwwwwk
      ksttttrk ksttaaak kaaaaaak kyykkxxk .kyvk... .ktssrk. .kwwwddk .kwwddk.
      .ksttrk. .ksttak. .kaaaak. kyyyyxvk .kyxvk.. ..ksrk.. ..kwkdk. .kddkk..
      ..ksrk.. ..ksak.. ..kaak.. .kxxvvk. .kyvkk.. ...kk... ..kkkkk. .kkk....
      ...kk... ...kk... ...kk... ..kkkk.. ..kk.... ........ ........ ........
      """;

  /** A bar's left end, a full, a half and an empty cell, and its right end. */
  private static final String BAR =
      """
      ........ ........ ........ ........ ........
      ..kkkkkk kkkkkkkk kkkkkkkk kkkkkkkk kkkkkk..
      .kcddddd dddddddd dddddddd dddddddd dddddck.
      kcdkkkkk kkkkkkkk kkkkkkkk kkkkkkkk kkkkkdck
      kdkuuuuu uuuuuuuu uuuukaaa aaaaaaaa aaaaakck
      kckttttt tttttttt ttttkKKK KKKKKKKK KKKKKkbk
      .kkrrrrr rrrrrrrr rrrrkKKK KKKKKKKK KKKKKkk.
      ..kkkkkk kkkkkkkk kkkkkkkk kkkkkkkk kkkkkk..
      """;

  /** Buttons A and B, more above, more below, done. */
  private static final String SIGNS =
      """
      ..kkkk.. ..kkkk.. ...kk... ........ ......kk
      .kuttsk. .kyyxxk. ..kwwk.. kkkkkkkk .....kwk
      kutwwtsk kywwkxxk .kwwwwk. kwwwwwwk kk..kwdk
      ktwttwsk kywyywxk kwwwwwwk kdwwwwdk kwkkwdk.
      ktwwwwsk kywwwxvk kdddwddk .kdwwdk. kdwwdk..
      kswttwrk kxwxxwvk kkkkkkkk ..kddk.. .kddk...
      .ksrrrk. .kwwwvk. ........ ...kk... ..kk....
      ..kkkk.. ..kkkk.. ........ ........ ........
      """;

  /** Sword, shield, boot, note, star. */
  private static final String GEAR =
      """
      ......kk kkkkkkkk .kkkk... ..kkkkk. ...kk...
      .....kwk kwddccbk .kxvk... ..kwwwk. ..kyyk..
      ....kwdk kdssccbk .kxvk... ..kwkwk. kkkyykkk
      kk.kwdk. kdssaabk .kxvkkk. ..kwkwk. kywyyyxk
      kykwdk.. kdccaabk .kxxvvvk kkkwkwk. .kyyyxk.
      .kydk... .kccabk. kxxvvvvk kwwkwwk. .kyyyxk.
      kxkyk... ..kcbk.. kkkkkkkk kddkddk. kyxkkxvk
      kkk.kk.. ...kk... ........ .kk.kk.. kkk..kkk
      """;

  private Hud() {}

  static Raster sheet() {
    return new Raster(64, 32)
        .draw(ICONS, 0, 0)
        .draw(frame(), 0, 8)
        .draw(BAR, 24, 8)
        .draw(SIGNS, 24, 16)
        .draw(GEAR, 24, 24);
  }

  /** Three by three tiles that stretch to a window of any size. */
  private static Raster frame() {
    Raster frame = new Raster(24, 24);
    Colour[] rings = {Colour.INK, Colour.STONE_4, Colour.STONE_3, Colour.INK, Colour.STONE_1};
    for (int ring = 0; ring < rings.length; ring++) {
      int side = 24 - 2 * ring;
      frame.rect(ring, ring, side, side, rings[ring]);
    }
    frame.rect(5, 5, 14, 14, Colour.PLUM);
    frame.rect(2, 22, 20, 1, Colour.STONE_2);
    frame.rect(22, 2, 1, 20, Colour.STONE_2);
    frame.rect(1, 1, 21, 1, Colour.STONE_5);
    frame.rect(1, 1, 1, 21, Colour.STONE_5);
    for (int corner = 0; corner < 4; corner++) {
      int x = corner % 2 * 23;
      int y = corner / 2 * 23;
      frame.set(x, y, Colour.CLEAR);
      int stud = corner % 2 * 19 + 1;
      frame.rect(stud, corner / 2 * 19 + 1, 3, 3, Colour.GOLD_2);
      frame.set(stud, corner / 2 * 19 + 1, Colour.GOLD_3);
      frame.set(stud + 2, corner / 2 * 19 + 3, Colour.GOLD_1);
    }
    return frame;
  }
}
