package dev.papack.bank.reduction;

import java.util.Arrays;

/** All palettes in the making, and which of them each tile of a sample has. */
final class PaletteSet {
  private final Sample sample;
  private final Steps steps;
  private final PaletteFit fit;
  private final ColorExchange exchange;
  private final WorkingPalette[] palettes;
  private final int[] paletteOfTile;
  private final boolean[] isChanged;
  private int size;

  // What a trial may take back: palettes as they were, and which of them are kept.
  private final WorkingPalette[] kept;
  private final boolean[] isKept;
  private final int[] paletteOfTileBefore;
  private boolean isTrial;

  PaletteSet(Sample sample, int maxPalettes, Centers centers, Steps steps) {
    this.sample = sample;
    this.steps = steps;
    fit = new PaletteFit(sample, centers, steps);
    exchange = new ColorExchange(fit, sample, steps);
    palettes = new WorkingPalette[maxPalettes];
    kept = new WorkingPalette[maxPalettes];
    Arrays.setAll(palettes, _ -> new WorkingPalette(sample));
    Arrays.setAll(kept, _ -> new WorkingPalette(sample));
    paletteOfTile = new int[sample.tileCount()];
    paletteOfTileBefore = new int[sample.tileCount()];
    isChanged = new boolean[maxPalettes];
    isKept = new boolean[maxPalettes];
  }

  /** The same palettes with colours elsewhere: each where it is allowed to be. */
  PaletteSet with(Centers centers) {
    PaletteSet other = new PaletteSet(sample, palettes.length, centers, steps);
    other.size = size;
    for (int palette = 0; palette < size; palette++) {
      other.palettes[palette].copyColors(palettes[palette]);
      for (int place = 0; place < palettes[palette].size; place++) {
        other.palettes[palette].set(place, centers.nearest(palettes[palette].get(place)));
      }
      other.palettes[palette].refresh(steps);
    }
    other.assign();
    Arrays.fill(other.isChanged, 0, size, true);
    return other;
  }

  /**
   * Grows all palettes together: first palettes of one colour, each from the tile that costs most,
   * then one colour more in all of them. So tiles find their palettes while these are coarse.
   */
  void grow() {
    seed(0, 0, tileCount(), 1);
    size = 1;
    long cost = assign();
    while (size < palettes.length && cost > 0) {
      int worst = worstTile();
      seed(size, worst, worst + 1, 1);
      size++;
      cost = settle(1, 3);
    }
    for (int colorsMax = 2; colorsMax <= WorkingPalette.CAPACITY; colorsMax++) {
      Arrays.fill(isChanged, 0, size, true);
      settle(colorsMax, 4);
    }
  }

  int size() {
    return size;
  }

  WorkingPalette palette(int palette) {
    return palettes[palette];
  }

  int tileCount() {
    return paletteOfTile.length;
  }

  int paletteOfTile(int tile) {
    return paletteOfTile[tile];
  }

  /** What a tile costs in its palette. */
  long cost(int tile) {
    return palettes[paletteOfTile[tile]].cost(tile);
  }

  /** The least that a tile costs in another palette than one; there are at least two. */
  long costWithout(int palette, int tile) {
    long least = Long.MAX_VALUE;
    for (int other = 0; other < size; other++) {
      if (other != palette) {
        least = Math.min(least, palettes[other].cost(tile));
      }
    }
    return least;
  }

  private int worstTile() {
    int worst = 0;
    for (int tile = 1; tile < paletteOfTile.length; tile++) {
      if (cost(tile) > cost(worst)) {
        worst = tile;
      }
    }
    return worst;
  }

  /** Makes a palette anew for the tiles from one to before another. */
  private void seed(int palette, int begin, int end, int colorsMax) {
    fit.clear();
    for (int tile = begin; tile < end; tile++) {
      fit.addTile(tile);
    }
    fit.endTiles();
    fit.grow(palettes[palette], colorsMax);
    palettes[palette].refresh(steps);
  }

  /** Begins changes that {@link #takeBack} can undo. */
  void beginTrial() {
    System.arraycopy(paletteOfTile, 0, paletteOfTileBefore, 0, paletteOfTile.length);
    Arrays.fill(isKept, false);
    Arrays.fill(isChanged, false);
    isTrial = true;
  }

  /** Makes one palette anew for one tile. */
  void replace(int palette, int tile) {
    keep(palette);
    seed(palette, tile, tile + 1, WorkingPalette.CAPACITY);
  }

  /** Ends changes that stay. */
  void endTrial() {
    isTrial = false;
  }

  /** Undoes everything since {@link #beginTrial}. */
  void takeBack() {
    for (int palette = 0; palette < size; palette++) {
      if (isKept[palette]) {
        exchangeWithKept(palette);
      }
    }
    System.arraycopy(paletteOfTileBefore, 0, paletteOfTile, 0, paletteOfTile.length);
    isTrial = false;
  }

  private void keep(int palette) {
    if (isTrial && !isKept[palette]) {
      isKept[palette] = true;
      exchangeWithKept(palette);
      palettes[palette].copy(kept[palette]);
    }
  }

  private void exchangeWithKept(int palette) {
    WorkingPalette other = palettes[palette];
    palettes[palette] = kept[palette];
    kept[palette] = other;
  }

  /**
   * Gives tiles their best palettes and fits palettes to their tiles, in turns, until nothing
   * changes or so many times.
   *
   * @return what all tiles cost then
   */
  long settle(int colorsMax, int turns) {
    long cost = assign();
    for (int turn = 0; turn < turns; turn++) {
      for (int palette = 0; palette < size; palette++) {
        if (isChanged[palette]) {
          isChanged[palette] = false;
          keep(palette);
          gather(palette);
          exchange.improve(palettes[palette], colorsMax, 1);
          palettes[palette].refresh(steps);
        }
      }
      long next = assign();
      if (next >= cost && turn > 0) {
        return next;
      }
      cost = next;
    }
    return cost;
  }

  /** Improves every palette as far as some work allows, and settles. */
  long finish(long allowedSteps) {
    for (int palette = 0; palette < size; palette++) {
      gather(palette);
      exchange.improveInFull(palettes[palette], allowedSteps / size);
      palettes[palette].refresh(steps);
    }
    Arrays.fill(isChanged, 0, size, true);
    return settle(WorkingPalette.CAPACITY, 20);
  }

  private void gather(int palette) {
    fit.clear();
    for (int tile = 0; tile < paletteOfTile.length; tile++) {
      if (paletteOfTile[tile] == palette) {
        fit.addTile(tile);
      }
    }
    fit.endTiles();
  }

  /** Gives every tile its best palette; of several the lowest. */
  private long assign() {
    steps.add((long) paletteOfTile.length * size);
    long sum = 0;
    for (int tile = 0; tile < paletteOfTile.length; tile++) {
      int best = 0;
      long least = palettes[0].cost(tile);
      for (int palette = 1; palette < size; palette++) {
        if (palettes[palette].cost(tile) < least) {
          least = palettes[palette].cost(tile);
          best = palette;
        }
      }
      sum += least;
      if (paletteOfTile[tile] != best) {
        isChanged[paletteOfTile[tile]] = true;
        isChanged[best] = true;
        paletteOfTile[tile] = best;
      }
    }
    return sum;
  }
}
