package dev.papack.diff;

import dev.papack.diff.LineDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a change does to a document, as {@code git apply} and GNU patch read it: three lines of
 * context, and exactly the new bytes when it is applied. Names and lines are as they are; whoever
 * shows them on a terminal escapes them.
 *
 * <p>Finding the changes takes time and memory proportional to the texts: beyond the bounds of
 * {@link LineDiff}, a block of lines is shown as replaced although some of them stayed.
 */
public final class UnifiedDiff {
  private static final int CONTEXT_LINES = 3;
  private static final String NO_FILE = "/dev/null";
  private static final String NO_NEWLINE = "\\ No newline at end of file";

  private final String path;
  private final Optional<String> before;
  private final Optional<String> after;
  private final List<Change> changes;

  private UnifiedDiff(String path, Optional<String> before, Optional<String> after) {
    this.path = path;
    this.before = before;
    this.after = after;
    this.changes = LineDiff.between(before.orElse(""), after.orElse(""));
  }

  /**
   * Compares two texts of one document.
   *
   * @param path of the document, relative to the workspace
   * @param before its text; empty if there is no such file
   * @param after what it becomes; empty if it is deleted
   * @return the difference, which may be none
   */
  public static UnifiedDiff of(String path, Optional<String> before, Optional<String> after) {
    return new UnifiedDiff(path, before, after);
  }

  /**
   * Hands out the lines one by one, without the line feed that ends each.
   *
   * @param lines takes them in order; gets none where nothing differs
   */
  public void forEachLine(Consumer<String> lines) {
    if (changes.isEmpty()) {
      return;
    }
    lines.accept("--- " + before.map(text -> named("a/")).orElse(NO_FILE));
    lines.accept("+++ " + after.map(text -> named("b/")).orElse(NO_FILE));
    LineCursor old = new LineCursor(before.orElse(""));
    LineCursor changed = new LineCursor(after.orElse(""));
    int first = 0;
    for (int next = 1; next <= changes.size(); next++) {
      if (next == changes.size() || isApart(changes.get(next - 1), changes.get(next))) {
        hunk(changes.subList(first, next), old, changed, lines);
        first = next;
      }
    }
  }

  /**
   * The whole difference.
   *
   * @return its lines, each ended by a line feed; empty where nothing differs
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    forEachLine(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** GNU patch takes a name to end at a space unless a tab ends it, as git writes it. */
  private String named(String side) {
    return side + path + (path.contains(" ") ? "\t" : "");
  }

  private static boolean isApart(Change earlier, Change later) {
    return later.oldStart() - earlier.oldEnd() > 2 * CONTEXT_LINES;
  }

  private static void hunk(
      List<Change> changes, LineCursor old, LineCursor changed, Consumer<String> lines) {
    Change first = changes.getFirst();
    Change last = changes.getLast();
    int context = Math.min(CONTEXT_LINES, first.oldStart());
    old.moveTo(first.oldStart() - context);
    changed.moveTo(first.newStart() - context);
    List<String> following = old.peek(last.oldEnd(), CONTEXT_LINES);
    lines.accept(
        "@@ -"
            + range(old.line(), last.oldEnd() + following.size())
            + " +"
            + range(changed.line(), last.newEnd() + following.size())
            + " @@");
    for (Change change : changes) {
      write(' ', old, change.oldStart(), lines);
      changed.moveTo(change.newStart());
      write('-', old, change.oldEnd(), lines);
      write('+', changed, change.newEnd(), lines);
    }
    write(' ', old, last.oldEnd() + following.size(), lines);
  }

  /** Lines from a number that counts from 0 up to another; an empty range names the line before. */
  private static String range(int start, int end) {
    int count = end - start;
    int shown = count == 0 ? start : start + 1;
    return count == 1 ? String.valueOf(shown) : shown + "," + count;
  }

  private static void write(char sign, LineCursor cursor, int end, Consumer<String> lines) {
    while (cursor.line() < end) {
      String line = cursor.next();
      if (line.endsWith("\n")) {
        lines.accept(sign + line.substring(0, line.length() - 1));
      } else {
        lines.accept(sign + line);
        lines.accept(NO_NEWLINE);
      }
    }
  }

  /** Goes through a text by lines, forwards only, so that no table of lines is needed. */
  private static final class LineCursor {
    private final String text;
    private int offset;
    private int line;

    LineCursor(String text) {
      this.text = text;
    }

    int line() {
      return line;
    }

    void moveTo(int wanted) {
      while (line < wanted) {
        offset = LineDiff.lineEnd(text, offset);
        line++;
      }
    }

    /** The next line with its line feed, if it has one. */
    String next() {
      int start = offset;
      moveTo(line + 1);
      return text.substring(start, offset);
    }

    /** The lines from a later one on, at most so many, without going there. */
    List<String> peek(int start, int maxLines) {
      LineCursor ahead = new LineCursor(text);
      ahead.offset = offset;
      ahead.line = line;
      ahead.moveTo(start);
      List<String> lines = new ArrayList<>();
      while (lines.size() < maxLines && ahead.offset < text.length()) {
        lines.add(ahead.next());
      }
      return lines;
    }
  }
}
