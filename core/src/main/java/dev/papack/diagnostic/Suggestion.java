package dev.papack.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known name closest to one that is not known. */
public final class Suggestion {
  /** Longer texts are no slips of the hand, and comparing them costs their product. */
  private static final int MAX_CHARACTERS = 128;

  private Suggestion() {}

  /**
   * The closest of several names by edit distance, case aside, if it is close enough to be a slip:
   * a third of its length at most, and never all of it.
   *
   * @param text what was written
   * @param names what could have been meant
   * @return the closest name; of several the first in order of text
   */
  public static Optional<String> closest(String text, Collection<String> names) {
    if (text.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    record Candidate(String name, int distance) {}
    String wanted = text.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> Math.abs(name.length() - text.length()) <= Math.max(1, name.length() / 3))
        .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() <= Math.max(1, candidate.name().length() / 3))
        .filter(candidate -> candidate.distance() < candidate.name().length())
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /**
   * How many letters are wrong, missing or too many; two that changed places count once (optimal
   * string alignment).
   */
  private static int distance(String from, String to) {
    int[] beforePrevious = new int[to.length() + 1];
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int other = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(other, 1 + Math.min(previous[j], row[j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], 1 + beforePrevious[j - 2]);
        }
      }
      beforePrevious = previous;
      previous = row;
    }
    return previous[to.length()];
  }
}
