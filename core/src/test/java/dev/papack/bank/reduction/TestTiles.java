package dev.papack.bank.reduction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Tiles made for tests.
 *
 * @param size the side of a tile
 * @param argb of each tile its pixels, row by row; alpha 0 is transparent
 */
record TestTiles(int size, List<int[]> argb) implements TilePixels {
  static final int CLEAR = 0;

  TestTiles {
    argb = List.copyOf(argb);
  }

  /** Tiles of some colours, row by row and again from the first. */
  static TestTiles of(int size, int[]... colorsOfTile) {
    List<int[]> tiles = new ArrayList<>();
    for (int[] colors : colorsOfTile) {
      int[] tile = new int[size * size];
      for (int i = 0; i < tile.length; i++) {
        tile[i] = colors[i % colors.length];
      }
      tiles.add(tile);
    }
    return new TestTiles(size, tiles);
  }

  /** Tiles of any colours, near a middle that each tile has, with holes. */
  static TestTiles random(int size, int count, int seed) {
    Random random = new Random(seed);
    List<int[]> tiles = new ArrayList<>();
    for (int tile = 0; tile < count; tile++) {
      int middle = random.nextInt(1 << 24);
      int spread = 1 + random.nextInt(128);
      int[] argb = new int[size * size];
      for (int i = 0; i < argb.length; i++) {
        int color = 0;
        for (int shift = 0; shift < 24; shift += 8) {
          int value = (middle >> shift & 0xFF) + random.nextInt(spread) - spread / 2;
          color |= Math.clamp(value, 0, 255) << shift;
        }
        argb[i] = random.nextInt(10) == 0 ? CLEAR : 0xFF000000 | color;
      }
      tiles.add(argb);
    }
    return new TestTiles(size, tiles);
  }

  @Override
  public void each(Sink sink) {
    for (int tile = 0; tile < argb.size(); tile++) {
      for (int place = 0; place < size * size; place++) {
        if (argb.get(tile)[place] != CLEAR) {
          sink.accept(tile, place, argb.get(tile)[place]);
        }
      }
    }
  }

  /** The same pixels in another order. */
  TilePixels shuffled(int seed) {
    return sink -> {
      List<int[]> pixels = new ArrayList<>();
      each((tile, place, rgb) -> pixels.add(new int[] {tile, place, rgb}));
      Collections.shuffle(pixels, new Random(seed));
      pixels.forEach(pixel -> sink.accept(pixel[0], pixel[1], pixel[2]));
    };
  }

  ReducedTiles reduced(int maxPalettes, Dither dither) throws IOException {
    return new TileReduction(argb.size(), size, maxPalettes, dither).reduce(this);
  }
}
