package dev.papack.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Things that still exist under other numbers. A thing has moved if it is in both lists and nowhere
 * at the same number: then no edit put it there, the numbers were shifted.
 *
 * @param from the first number that lost its thing to another
 * @param to the first number at which that thing is now
 * @param count how many different things have moved, at least 1
 */
record NumberShift(int from, int to, int count) {
  /**
   * Compares two numbered lists.
   *
   * @param nondescript things that say nothing by standing elsewhere, as they are everywhere
   */
  static <T> Optional<NumberShift> find(List<T> before, List<T> after, Set<T> nondescript) {
    Map<T, Integer> places = new HashMap<>();
    for (int number = 0; number < after.size(); number++) {
      places.putIfAbsent(after.get(number), number);
    }
    Set<T> settled = new HashSet<>(nondescript);
    for (int number = 0; number < Math.min(before.size(), after.size()); number++) {
      if (before.get(number).equals(after.get(number))) {
        settled.add(before.get(number));
      }
    }
    List<Integer> moved = new ArrayList<>();
    for (int number = 0; number < before.size(); number++) {
      T thing = before.get(number);
      if (places.containsKey(thing) && settled.add(thing)) {
        moved.add(number);
      }
    }
    if (moved.isEmpty()) {
      return Optional.empty();
    }
    int from = moved.getFirst();
    int to = Objects.requireNonNull(places.get(before.get(from)));
    return Optional.of(new NumberShift(from, to, moved.size()));
  }
}
