package dev.papack.cli;

import dev.papack.json.line.JsonLine;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commit of git that a papack was built from.
 *
 * @param id in full: 40 or 64 hexadecimal digits
 * @param date when it was made, in UTC: {@code 2026-11-29T06:31:10Z}
 * @param tree how the files that were built differ from it
 */
record SourceCommit(String id, String date, Tree tree) {
  private static final Pattern TEXT =
      Pattern.compile(
          "([0-9a-f]{40}|[0-9a-f]{64})(-dirty)?"
              + " ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)");

  private static final int ABBREVIATED_DIGITS = 12;
  private static final int DATE_CHARACTERS = "2026-11-29".length();

  /** How the files that were built differ from those of the commit. */
  enum Tree {
    CLEAN,
    DIRTY
  }

  /** Reads what the build wrote; a build outside of git writes something else. */
  static Optional<SourceCommit> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new SourceCommit(
                matcher.group(1),
                matcher.group(3),
                matcher.group(2) == null ? Tree.CLEAN : Tree.DIRTY))
        : Optional.empty();
  }

  /** As much as tells it from others: {@code 32d3444f0c1b 2026-11-29}. */
  String abbreviated() {
    String mark =
        switch (tree) {
          case CLEAN -> "";
          case DIRTY -> "-dirty";
        };
    return id.substring(0, ABBREVIATED_DIGITS) + mark + " " + date.substring(0, DATE_CHARACTERS);
  }

  /** Members of an object. */
  void write(JsonLine json) {
    json.put("id", id).put("date", date).put("tree", tree.name().toLowerCase(Locale.ROOT));
  }
}
