package dev.papack.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of a text changed. What both texts begin and end with is left aside; lines that occur
 * once in each, in the same order, are taken to have stayed ("patience"); between two of them, the
 * shortest way is searched for (Myers 1986), as far as {@link #MAX_EDITS}.
 *
 * <p>Our own, since java-diff-utils looks for the shortest way whatever it costs (a registry of
 * 131,072 changed lines would take its square), and loses a missing last line feed.
 */
final class LineDiff {
  /** Of each text, between the equal ends; with more, all of them are shown as replaced. */
  static final int MAX_LINES = 1 << 18;

  /** Lines removed and added between two that stayed; with more, that block is replaced. */
  static final int MAX_EDITS = 256;

  /**
   * A block of lines that became another; one of the two may be empty. Lines count from 0.
   *
   * @param oldStart the first line that went
   * @param oldEnd after the last one
   * @param newStart the first line that came
   * @param newEnd after the last one
   */
  record Change(int oldStart, int oldEnd, int newStart, int newEnd) {}

  private final int[] old;
  private final int[] changed;
  private final int firstLine;
  private final List<Change> changes = new ArrayList<>();

  private LineDiff(int[] old, int[] changed, int firstLine) {
    this.old = old;
    this.changed = changed;
    this.firstLine = firstLine;
  }

  /** The changes in order, between any two of them at least one line that stayed. */
  static List<Change> between(String before, String after) {
    if (before.equals(after)) {
      return List.of();
    }
    int start = equalStart(before, after);
    int equalEnd = equalEnd(before, after, start);
    int oldEnd = before.length() - equalEnd;
    int newEnd = after.length() - equalEnd;
    int firstLine = countLines(before, 0, start);
    int oldLines = countLines(before, start, oldEnd);
    int newLines = countLines(after, start, newEnd);
    if (Math.max(oldLines, newLines) > MAX_LINES) {
      return List.of(new Change(firstLine, firstLine + oldLines, firstLine, firstLine + newLines));
    }
    Map<String, Integer> numbers = new HashMap<>();
    LineDiff diff =
        new LineDiff(
            numbered(before, start, oldEnd, oldLines, numbers),
            numbered(after, start, newEnd, newLines, numbers),
            firstLine);
    diff.compare(numbers.size());
    return diff.changes;
  }

  /** The offset after the line that an offset is in, and after its line feed. */
  static int lineEnd(String text, int offset) {
    int feed = text.indexOf('\n', offset);
    return feed < 0 ? text.length() : feed + 1;
  }

  /** How many characters both begin with, in whole lines. */
  private static int equalStart(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int equal = 0;
    while (equal < shorter && before.charAt(equal) == after.charAt(equal)) {
      equal++;
    }
    return before.lastIndexOf('\n', equal - 1) + 1;
  }

  /** How many characters both end with, in whole lines, none of them in the equal start. */
  private static int equalEnd(String before, String after, int start) {
    int most = Math.min(before.length(), after.length()) - start;
    int equal = 0;
    while (equal < most
        && before.charAt(before.length() - equal - 1) == after.charAt(after.length() - equal - 1)) {
      equal++;
    }
    if (isLineStart(before, before.length() - equal)
        && isLineStart(after, after.length() - equal)) {
      return equal;
    }
    // Behind a line feed that both share, a line begins in both.
    int feed = before.indexOf('\n', before.length() - equal);
    return feed < 0 ? 0 : before.length() - feed - 1;
  }

  private static boolean isLineStart(String text, int offset) {
    return offset == 0 || text.charAt(offset - 1) == '\n';
  }

  private static int countLines(String text, int start, int end) {
    int count = 0;
    for (int offset = start; offset < end; offset = lineEnd(text, offset)) {
      count++;
    }
    return count;
  }

  /** A number for each line, equal for equal lines. A line without its line feed is another. */
  private static int[] numbered(
      String text, int start, int end, int lines, Map<String, Integer> numbers) {
    int[] numbered = new int[lines];
    int offset = start;
    for (int line = 0; line < lines; line++) {
      int next = Math.min(lineEnd(text, offset), end);
      numbered[line] = numbers.computeIfAbsent(text.substring(offset, next), _ -> numbers.size());
      offset = next;
    }
    return numbered;
  }

  private void compare(int numbers) {
    int oldStart = 0;
    int newStart = 0;
    for (int[] anchor : anchors(numbers)) {
      compareBlock(oldStart, anchor[0], newStart, anchor[1]);
      oldStart = anchor[0] + 1;
      newStart = anchor[1] + 1;
    }
    compareBlock(oldStart, old.length, newStart, changed.length);
  }

  /** Pairs of lines that occur once in each text: as many of them as are in the same order. */
  private List<int[]> anchors(int numbers) {
    int[] oldPlace = onlyPlaces(old, numbers);
    int[] newPlace = onlyPlaces(changed, numbers);
    // Of all rising sequences so far, by length, the line that the best one ends with.
    int[] ends = new int[Math.min(old.length, changed.length)];
    int[] previous = new int[old.length];
    int length = 0;
    for (int line = 0; line < old.length; line++) {
      int number = old[line];
      if (oldPlace[number] < 0 || newPlace[number] < 0) {
        continue;
      }
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (newPlace[old[ends[middle]]] < newPlace[number]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[line] = low == 0 ? -1 : ends[low - 1];
      ends[low] = line;
      length = Math.max(length, low + 1);
    }
    List<int[]> anchors = new ArrayList<>();
    int line = length == 0 ? -1 : ends[length - 1];
    while (line >= 0) {
      anchors.add(new int[] {line, newPlace[old[line]]});
      line = previous[line];
    }
    return anchors.reversed();
  }

  /** Where each number is, or a negative value if it is not there, or there more than once. */
  private static int[] onlyPlaces(int[] lines, int numbers) {
    int absent = -1;
    int doubled = -2;
    int[] places = new int[numbers];
    Arrays.fill(places, absent);
    for (int line = 0; line < lines.length; line++) {
      int number = lines[line];
      places[number] = places[number] == absent ? line : doubled;
    }
    return places;
  }

  private void compareBlock(int oldStart, int oldEnd, int newStart, int newEnd) {
    int from = oldStart;
    int newFrom = newStart;
    while (from < oldEnd && newFrom < newEnd && old[from] == changed[newFrom]) {
      from++;
      newFrom++;
    }
    int to = oldEnd;
    int newTo = newEnd;
    while (to > from && newTo > newFrom && old[to - 1] == changed[newTo - 1]) {
      to--;
      newTo--;
    }
    if (from == to || newFrom == newTo) {
      add(from, to, newFrom, newTo);
    } else {
      List<Change> replaced = List.of(new Change(from, to, newFrom, newTo));
      new ShortestEdit(old, from, to, changed, newFrom, newTo)
          .find(MAX_EDITS)
          .orElse(replaced)
          .forEach(edit -> add(edit.oldStart(), edit.oldEnd(), edit.newStart(), edit.newEnd()));
    }
  }

  /** Adds a block, joined to the one before where no line stayed between them. */
  private void add(int oldStart, int oldEnd, int newStart, int newEnd) {
    if (oldStart == oldEnd && newStart == newEnd) {
      return;
    }
    Change change =
        new Change(
            firstLine + oldStart, firstLine + oldEnd, firstLine + newStart, firstLine + newEnd);
    if (!changes.isEmpty()
        && changes.getLast().oldEnd() == change.oldStart()
        && changes.getLast().newEnd() == change.newStart()) {
      Change last = changes.removeLast();
      changes.add(new Change(last.oldStart(), change.oldEnd(), last.newStart(), change.newEnd()));
    } else {
      changes.add(change);
    }
  }
}
