package dev.papack.bank.palettes;

import java.util.ArrayList;
import java.util.List;

/**
 * Which palette each colour set has. Palettes are in the order in which the sets first need them,
 * and each set has the lowest that holds it; a palette keeps only the colours of its own sets, as
 * the others are shown by no pixel, and one that no set needs is dropped.
 *
 * @param palettes at least one; empty if all sets are
 * @param paletteOfSet for each set a number of {@code palettes}
 */
public record PaletteAssignment(List<ColorSet> palettes, List<Integer> paletteOfSet) {
  /** Copies the lists. */
  public PaletteAssignment {
    palettes = List.copyOf(palettes);
    paletteOfSet = List.copyOf(paletteOfSet);
  }

  /**
   * Assigns.
   *
   * @param sets in the order of the tiles
   * @param found palettes, one of which holds each set
   */
  public static PaletteAssignment of(List<ColorSet> sets, List<ColorSet> found) {
    List<ColorSet> ordered = new ArrayList<>();
    List<ColorSet> shown = new ArrayList<>();
    List<Integer> paletteOfSet = new ArrayList<>();
    for (ColorSet set : sets) {
      if (set.size() == 0) {
        paletteOfSet.add(0);
        continue;
      }
      int palette = lowest(set, ordered);
      if (palette == ordered.size()) {
        ordered.add(found.get(lowest(set, found)));
        shown.add(ColorSet.EMPTY);
      }
      shown.set(palette, shown.get(palette).union(set));
      paletteOfSet.add(palette);
    }
    if (shown.isEmpty()) {
      shown.add(ColorSet.EMPTY);
    }
    return new PaletteAssignment(shown, paletteOfSet);
  }

  private static int lowest(ColorSet set, List<ColorSet> palettes) {
    int palette = 0;
    while (palette < palettes.size() && !set.isSubsetOf(palettes.get(palette))) {
      palette++;
    }
    return palette;
  }
}
