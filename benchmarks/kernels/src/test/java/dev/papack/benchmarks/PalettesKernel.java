package dev.papack.benchmarks;

import dev.papack.bank.palettes.ColorSet;
import dev.papack.bank.palettes.Pagination;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The colours of 500 tiles, 200 in all, to as few palettes as can be found. */
@State(Scope.Benchmark)
public class PalettesKernel {
  private static final int COLORS = 200;

  private List<ColorSet> sets = List.of();

  /** Tiles that take their colours from places that lie close together. */
  @Setup
  public void draw() {
    Random random = new Random(5);
    List<ColorSet> drawn = new ArrayList<>();
    for (int tile = 0; tile < 500; tile++) {
      int first = random.nextInt(COLORS - 24);
      drawn.add(
          ColorSet.of(random.ints(first, first + 24).distinct().limit(3 + tile % 8).toArray()));
    }
    sets = drawn;
  }

  /** Finds palettes. */
  @Benchmark
  public Pagination paginate() {
    return Pagination.of(sets, COLORS);
  }
}
