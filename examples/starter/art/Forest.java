/**
 * The terrain: 128 x 128, eight by eight tiles of 16. Grounds fill their tile, things leave it
 * clear.
 */
final class Forest {
  private final Raster sheet = new Raster(128, 128);

  private Forest() {}

  static Raster sheet() {
    Forest forest = new Forest();
    forest.meadow();
    forest.sheet.draw(Patch.path(), 0, 16).draw(Patch.pool(), 48, 16);
    forest.ripples();
    forest.sheet.draw(Plants.oak(), 0, 64).draw(Plants.pine(), 32, 64);
    forest.cliff();
    forest.dungeon();
    forest.things();
    return forest.sheet;
  }

  private void place(int column, int row, Raster tile) {
    sheet.draw(tile, column * 16, row * 16);
  }

  private void meadow() {
    place(0, 0, Ground.grass(1));
    place(1, 0, Ground.grass(6));
    place(2, 0, Ground.tufts(2));
    place(3, 0, Ground.grass(3).draw(Plants.FLOWER, 2, 2).draw(Plants.FLOWER, 9, 8));
    Raster daisies = Ground.grass(4).draw(Plants.DAISY, 2, 3).draw(Plants.DAISY, 10, 2);
    place(4, 0, daisies.draw(Plants.DAISY, 6, 9).draw(Plants.DAISY, 12, 11));
    place(5, 0, Ground.grass(5).draw(Plants.MUSHROOM, 3, 3));
    place(6, 0, Ground.grass(2).draw(Plants.PEBBLES, 3, 4));
    place(7, 0, Ground.earth());
  }

  private void ripples() {
    for (int frame = 0; frame < 4; frame++) {
      place(6 + frame % 2, 1 + frame / 2, Ground.water(frame));
    }
    place(6, 3, Ground.water(0).draw(Plants.LILY, 1, 2).draw(Plants.LILY, 7, 9));
    place(7, 3, bridge());
  }

  private static Raster bridge() {
    Raster bridge = new Raster(16, 16).fill(Colour.WOOD_4);
    for (int plank = 0; plank < 16; plank += 4) {
      bridge.rect(plank, 0, 1, 16, Colour.WOOD_5);
      bridge.rect(plank + 2, 0, 1, 16, Colour.WOOD_3);
      bridge.rect(plank + 3, 0, 1, 16, Colour.WOOD_1);
    }
    for (int rail = 0; rail < 16; rail += 13) {
      bridge.rect(0, rail, 16, 3, Colour.INK);
      bridge.rect(0, rail + 1, 16, 1, Colour.WOOD_3);
    }
    return bridge;
  }

  private void cliff() {
    Raster face = Ground.cobble("abbccd", 0.55);
    for (int column = 4; column < 8; column++) {
      place(column, 5, face);
      place(column, 4, column < 7 ? Ground.grass(column) : face);
    }
    for (int x = 64; x < 112; x++) {
      int lip = 75 + (int) Math.round(1.6 * new Noise(13).wave(x, 0));
      sheet.rect(x, lip - 1, 1, 1, Colour.LEAF_6);
      sheet.rect(x, lip, 1, 2, Colour.LEAF_3);
      for (int y = lip + 2; y < 80; y++) {
        sheet.set(x, y, face.get(x % 16, y % 16));
      }
      sheet.rect(x, lip + 2, 1, 1, Colour.INK);
      sheet.rect(x, 95, 1, 1, Colour.STONE_1);
    }
    for (int y = 64; y < 96; y++) {
      int bulge = (int) Math.round(new Noise(17).wave(y, 3));
      sheet.rect(64, y, 2 + bulge, 1, Colour.CLEAR);
      sheet.set(65 + bulge + 1, y, y < 75 ? Colour.LEAF_7 : Colour.STONE_4);
      sheet.set(65 + bulge, y, Colour.INK);
      sheet.rect(110 - bulge, y, 2 + bulge, 1, Colour.CLEAR);
      sheet.set(109 - bulge, y, y < 75 ? Colour.LEAF_3 : Colour.STONE_1);
      sheet.set(110 - bulge, y, Colour.INK);
    }
    cave(7, Colour.STONE_5);
    cave(6, Colour.STONE_2);
    cave(5, Colour.INK);
    sheet.rect(112, 95, 16, 1, Colour.STONE_1);
  }

  private void cave(int radius, Colour colour) {
    for (int y = 89 - radius; y < 96; y++) {
      double above = Math.max(0, 89 - y - 0.5);
      int half = (int) Math.round(Math.sqrt(radius * radius - above * above));
      sheet.rect(120 - half, y, half * 2, 1, colour);
    }
  }

  private void dungeon() {
    place(0, 6, Ground.cobble("bccdd", 1));
    place(1, 6, Ground.cobble("bccdd", 1).draw(Things.CRACK, 5, 5));
    place(2, 6, Ground.bricks("abcd"));
    place(3, 6, Ground.bricks("abcd").draw(Plants.MOSS, 0, 0));
  }

  private void things() {
    place(4, 6, Raster.of(Things.CHEST));
    place(5, 6, Raster.of(Things.CHEST_OPEN));
    place(6, 6, Raster.of(Things.SIGN));
    place(7, 6, Raster.of(Things.POT));
    place(0, 7, Plants.bush());
    place(1, 7, Raster.of(Plants.STUMP));
    place(2, 7, Plants.rock());
    place(3, 7, Raster.of(Things.FENCE));
    place(4, 7, Raster.of(Things.FIRE));
    place(5, 7, Raster.of(Things.FIRE_2));
    place(6, 7, Raster.of(Things.CRYSTAL));
    place(7, 7, Plants.bush().draw(Plants.BERRIES, 4, 4));
  }
}
