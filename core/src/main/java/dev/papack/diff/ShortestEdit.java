package dev.papack.diff;

import dev.papack.diff.LineDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fewest lines to remove and to add that make one block of lines another: the greedy algorithm
 * of Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
 */
final class ShortestEdit {
  private final int[] old;
  private final int oldStart;
  private final int oldCount;
  private final int[] changed;
  private final int newStart;
  private final int newCount;

  /** Two blocks of lines, by the numbers of their contents; ends exclusive. */
  ShortestEdit(int[] old, int oldStart, int oldEnd, int[] changed, int newStart, int newEnd) {
    this.old = old;
    this.oldStart = oldStart;
    this.oldCount = oldEnd - oldStart;
    this.changed = changed;
    this.newStart = newStart;
    this.newCount = newEnd - newStart;
  }

  /**
   * The edit, line by line in order.
   *
   * @param maxEdits how many lines may go and come; time grows with this times the lines, memory
   *     with its square
   * @return empty if it takes more
   */
  Optional<List<Change>> find(int maxEdits) {
    // By edits and diagonal (old line less new line), how far the old lines are used up.
    List<int[]> reached = new ArrayList<>();
    for (int edits = 0; edits <= maxEdits; edits++) {
      int[] now = new int[2 * edits + 1];
      reached.add(now);
      for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
        int line = edits == 0 ? 0 : firstOf(reached.get(edits - 1), edits, diagonal);
        while (line < oldCount
            && line - diagonal < newCount
            && old[oldStart + line] == changed[newStart + line - diagonal]) {
          line++;
        }
        now[diagonal + edits] = line;
        if (line >= oldCount && line - diagonal >= newCount) {
          return Optional.of(way(reached));
        }
      }
    }
    return Optional.empty();
  }

  /** Where a diagonal is entered with one more edit: from whichever neighbour got further. */
  private static int firstOf(int[] before, int edits, int diagonal) {
    return isAddition(before, edits, diagonal)
        ? before[diagonal + edits]
        : before[diagonal + edits - 2] + 1;
  }

  /** Whether the diagonal is entered by adding a line, or else by removing one. */
  private static boolean isAddition(int[] before, int edits, int diagonal) {
    return diagonal == -edits
        || (diagonal != edits && before[diagonal + edits - 2] < before[diagonal + edits]);
  }

  /** Walks back from the end, one edit at a time. */
  private List<Change> way(List<int[]> reached) {
    List<Change> changes = new ArrayList<>();
    int diagonal = oldCount - newCount;
    for (int edits = reached.size() - 1; edits > 0; edits--) {
      int[] before = reached.get(edits - 1);
      int line = oldStart + firstOf(before, edits, diagonal);
      int newLine = newStart + firstOf(before, edits, diagonal) - diagonal;
      if (isAddition(before, edits, diagonal)) {
        changes.add(new Change(line, line, newLine - 1, newLine));
        diagonal++;
      } else {
        changes.add(new Change(line - 1, line, newLine, newLine));
        diagonal--;
      }
    }
    return changes.reversed();
  }
}
