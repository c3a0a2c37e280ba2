package dev.papack.bank.palettes;

import java.util.Arrays;

/**
 * Different colours that are shown together: those of a tile, or those of a palette. What the
 * numbers mean, bits of a colour or ranks in a bank, is their owner's business.
 */
public final class ColorSet implements Comparable<ColorSet> {
  static final ColorSet EMPTY = new ColorSet(new int[0]);

  private final int[] colors;
  // One bit per colour modulo 64: settles most questions about two sets without a walk.
  private final long signature;

  private ColorSet(int[] ascending) {
    colors = ascending;
    long bits = 0;
    for (int color : ascending) {
      bits |= 1L << color;
    }
    signature = bits;
  }

  /** The first {@code count} of these, which are all different. */
  public static ColorSet of(int[] colors, int count) {
    int[] ascending = Arrays.copyOf(colors, count);
    Arrays.sort(ascending);
    return new ColorSet(ascending);
  }

  public static ColorSet of(int... colors) {
    return of(colors, colors.length);
  }

  public int size() {
    return colors.length;
  }

  /** The colour at a place, ascending. */
  public int get(int place) {
    return colors[place];
  }

  public boolean isSubsetOf(ColorSet other) {
    return (signature & ~other.signature) == 0
        && colors.length <= other.colors.length
        && sharedWith(other) == colors.length;
  }

  boolean intersects(ColorSet other) {
    return (signature & other.signature) != 0 && sharedWith(other) > 0;
  }

  int unionSize(ColorSet other) {
    return colors.length + other.colors.length - sharedWith(other);
  }

  public ColorSet union(ColorSet other) {
    int[] both = new int[unionSize(other)];
    int mine = 0;
    int others = 0;
    for (int i = 0; i < both.length; i++) {
      if (others == other.colors.length) {
        both[i] = colors[mine++];
      } else if (mine == colors.length) {
        both[i] = other.colors[others++];
      } else {
        both[i] = Math.min(colors[mine], other.colors[others]);
        mine += colors[mine] == both[i] ? 1 : 0;
        others += other.colors[others] == both[i] ? 1 : 0;
      }
    }
    return new ColorSet(both);
  }

  private int sharedWith(ColorSet other) {
    int shared = 0;
    int mine = 0;
    int others = 0;
    while (mine < colors.length && others < other.colors.length) {
      int difference = colors[mine] - other.colors[others];
      shared += difference == 0 ? 1 : 0;
      mine += difference <= 0 ? 1 : 0;
      others += difference >= 0 ? 1 : 0;
    }
    return shared;
  }

  /** Any total order: it keeps a hash table fast when many sets have one hash code. */
  @Override
  public int compareTo(ColorSet other) {
    return Arrays.compare(colors, other.colors);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ColorSet set && Arrays.equals(colors, set.colors);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(colors);
  }

  @Override
  public String toString() {
    return Arrays.toString(colors);
  }
}
