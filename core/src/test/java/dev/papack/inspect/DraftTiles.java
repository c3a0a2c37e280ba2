package dev.papack.inspect;

import dev.papack.container.TilesMetadata;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A TILES bank of a test, encoded by the specification alone.
 *
 * @param tileSize 8, 16 or 32
 * @param columns at least 1
 * @param palettes each the colours of indices 1 to 15, as RGB565; those that are missing are 0
 * @param tiles at least one
 */
record DraftTiles(int tileSize, int columns, List<List<Integer>> palettes, List<Tile> tiles) {
  DraftTiles {
    palettes = List.copyOf(palettes);
    tiles = List.copyOf(tiles);
  }

  /**
   * A chequered tile.
   *
   * @param palette its number
   * @param even the index of the upper left pixel
   * @param odd that of its neighbours
   */
  record Tile(int palette, int even, int odd) {}

  DraftTiles withTiles(List<Tile> other) {
    return new DraftTiles(tileSize, columns, palettes, other);
  }

  DraftTiles withTile(int number, Tile tile) {
    List<Tile> changed = new ArrayList<>(tiles);
    changed.set(number, tile);
    return withTiles(changed);
  }

  DraftTiles withPalettes(List<List<Integer>> other) {
    return new DraftTiles(tileSize, columns, other, tiles);
  }

  DraftTiles withColumns(int other) {
    return new DraftTiles(tileSize, other, palettes, tiles);
  }

  DraftTiles withTileSize(int other) {
    return new DraftTiles(other, columns, palettes, tiles);
  }

  /** The first two palettes at each other's number, and every tile drawn as before. */
  DraftTiles withPalettesSwapped() {
    List<List<Integer>> swapped = new ArrayList<>(palettes);
    Collections.swap(swapped, 0, 1);
    return new DraftTiles(
        tileSize,
        columns,
        swapped,
        tiles.stream()
            .map(tile ->
                new Tile(
                    tile.palette() < 2 ? 1 - tile.palette() : tile.palette(),
                    tile.even(),
                    tile.odd()))
            .toList());
  }

  /** The first two colours of every palette at each other's index, every tile drawn as before. */
  DraftTiles withColorsSwapped() {
    return new DraftTiles(
        tileSize,
        columns,
        palettes.stream()
            .map(palette -> {
              List<Integer> swapped = new ArrayList<>(palette);
              Collections.swap(swapped, 0, 1);
              return swapped;
            })
            .toList(),
        tiles.stream()
            .map(tile -> new Tile(tile.palette(), swapped(tile.even()), swapped(tile.odd())))
            .toList());
  }

  private static int swapped(int index) {
    return index == 1 || index == 2 ? 3 - index : index;
  }

  TilesMetadata metadata() {
    return new TilesMetadata(columns, palettes.size(), tiles.size(), tileSize);
  }

  byte[] slice() {
    ByteBuffer slice =
        ByteBuffer.allocate((int) metadata().sliceBytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (Tile tile : tiles) {
      for (int y = 0; y < tileSize; y++) {
        int left = y % 2 == 0 ? tile.even() : tile.odd();
        int right = y % 2 == 0 ? tile.odd() : tile.even();
        for (int pair = 0; pair < tileSize / 2; pair++) {
          slice.put((byte) (left | right << 4));
        }
      }
    }
    for (List<Integer> palette : palettes) {
      slice.putShort((short) 0);
      for (int entry = 1; entry < TilesMetadata.PALETTE_ENTRIES; entry++) {
        slice.putShort(entry <= palette.size() ? palette.get(entry - 1).shortValue() : 0);
      }
    }
    tiles.forEach(tile -> slice.put((byte) tile.palette()));
    return slice.array();
  }
}
