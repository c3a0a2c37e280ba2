package dev.papack.inspect;

import dev.papack.bank.TilesView;
import dev.papack.comparison.Share;
import dev.papack.container.Sha256;
import dev.papack.container.TilesMetadata;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What two TILES banks show under the same numbers. Memory: both slices, and a digest for each
 * tile.
 *
 * @param tiles tile numbers that show another picture; none comparable if the tile size changed
 * @param palettes palette numbers that have other colours
 * @param shiftedTiles pictures that other tile numbers show now
 * @param shiftedPalettes colours that other palette numbers have now
 */
record TilesDifference(
    Share tiles,
    Share palettes,
    Optional<NumberShift> shiftedTiles,
    Optional<NumberShift> shiftedPalettes) {

  /** What there is to say of two banks whose slices need not be read. */
  static TilesDifference ofEqualSlices(TilesMetadata metadata) {
    return new TilesDifference(
        new Share(0, metadata.tileCount()),
        new Share(0, metadata.paletteCount()),
        Optional.empty(),
        Optional.empty());
  }

  /** Decodes both slices and compares what is drawn. */
  static TilesDifference of(TilesView before, TilesView after) {
    List<List<Integer>> palettesBefore = palettes(before);
    List<List<Integer>> palettesAfter = palettes(after);
    Share palettes = share(palettesBefore, palettesAfter);
    Optional<NumberShift> shiftedPalettes =
        NumberShift.find(palettesBefore, palettesAfter, Set.of(blackPalette()));
    if (before.metadata().tileSize() != after.metadata().tileSize()) {
      return new TilesDifference(Share.NONE, palettes, Optional.empty(), shiftedPalettes);
    }
    Set<Sha256> plain = new HashSet<>();
    List<Sha256> tilesBefore = tiles(before, plain);
    List<Sha256> tilesAfter = tiles(after, plain);
    return new TilesDifference(
        share(tilesBefore, tilesAfter),
        palettes,
        NumberShift.find(tilesBefore, tilesAfter, plain),
        shiftedPalettes);
  }

  private static <T> Share share(List<T> before, List<T> after) {
    int compared = Math.min(before.size(), after.size());
    int different = 0;
    for (int number = 0; number < compared; number++) {
      different += before.get(number).equals(after.get(number)) ? 0 : 1;
    }
    return new Share(different, compared);
  }

  /** A palette that no tile uses, and one that has black alone, are stored like this. */
  private static List<Integer> blackPalette() {
    int[] colors = new int[TilesMetadata.PALETTE_ENTRIES];
    Arrays.fill(colors, 1, colors.length, 0xFF000000);
    return Arrays.stream(colors).boxed().toList();
  }

  private static List<List<Integer>> palettes(TilesView view) {
    List<List<Integer>> palettes = new ArrayList<>();
    for (int palette = 0; palette < view.metadata().paletteCount(); palette++) {
      palettes.add(Arrays.stream(view.palette(palette)).boxed().toList());
    }
    return palettes;
  }

  /**
   * The digest of what each tile shows.
   *
   * @param plain takes those of tiles of one colour, or of none
   */
  private static List<Sha256> tiles(TilesView view, Set<Sha256> plain) {
    List<Sha256> digests = new ArrayList<>(view.metadata().tileCount());
    for (int tile = 0; tile < view.metadata().tileCount(); tile++) {
      int[] pixels = view.tile(tile);
      ByteBuffer bytes = ByteBuffer.allocate(pixels.length * Integer.BYTES);
      bytes.asIntBuffer().put(pixels);
      Sha256 digest = Sha256.of(bytes);
      digests.add(digest);
      if (Arrays.stream(pixels).allMatch(pixel -> pixel == pixels[0])) {
        plain.add(digest);
      }
    }
    return digests;
  }
}
