package dev.papack;

import dev.papack.PublicationModel.Decision;
import dev.papack.PublicationModel.Files;
import dev.papack.PublicationModel.Kept;
import dev.papack.PublicationModel.Reading;
import dev.papack.PublicationModel.Staged;
import dev.papack.PublicationModel.State;
import dev.papack.PublicationModel.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The states and the steps as the specification has them, in two tables. */
record PublicationTables(List<NamedState> states, List<NamedStep> steps) {
  private static final Pattern NAME = Pattern.compile("\\*([a-z ]+)\\*");

  /** A row of the states. */
  record NamedState(
      String name,
      Decision decision,
      Set<Files> files,
      Set<Staged> staged,
      Set<Kept> kept,
      Reading reading,
      String completed,
      String discarded) {
    boolean fits(State state) {
      return decision == state.decision()
          && files.contains(state.files())
          && staged.contains(state.staged())
          && kept.contains(state.kept());
    }
  }

  /** A row of the steps. */
  record NamedStep(Step step, Set<String> from, Set<String> to) {}

  static PublicationTables read() throws IOException {
    Path page = Path.of(System.getProperty("papack.home"), "docs", "specs", "publication.md");
    return of(java.nio.file.Files.readAllLines(page));
  }

  static PublicationTables of(List<String> page) {
    return new PublicationTables(
        rows(page, "| state | record |").stream().map(PublicationTables::state).toList(),
        rows(page, "| step | from |").stream().map(PublicationTables::step).toList());
  }

  /** The cells of each row of the table with such a head. */
  private static List<List<String>> rows(List<String> page, String head) {
    return page.stream()
        .dropWhile(line -> !line.startsWith(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList())
        .toList();
  }

  private static NamedState state(List<String> cells) {
    return new NamedState(
        names(cells.get(0)).iterator().next(),
        switch (cells.get(1)) {
          case "none" -> Decision.NONE;
          case "`journal.json`" -> Decision.COMMITTED;
          case "`journal.back`" -> Decision.BACK;
          default -> throw new AssertionError(cells);
        },
        values(cells.get(2), Files.class),
        values(cells.get(3), Staged.class),
        values(cells.get(4).replace("–", "unneeded"), Kept.class),
        Arrays.stream(Reading.values())
            .filter(reading -> reading.words().equals(cells.get(5)))
            .findFirst()
            .orElseThrow(),
        cells.get(6),
        cells.get(7));
  }

  private static <E extends Enum<E>> Set<E> values(String cell, Class<E> type) {
    if (cell.equals("any")) {
      return EnumSet.allOf(type);
    }
    return Arrays.stream(cell.split(", ", -1))
        .map(word -> Enum.valueOf(type, word.toUpperCase(java.util.Locale.ROOT)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
  }

  private static NamedStep step(List<String> cells) {
    Step step =
        Arrays.stream(Step.values())
            .filter(known -> cells.get(0).split(", once", -1)[0].equals(known.words()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(cells));
    return new NamedStep(step, names(cells.get(1)), names(cells.get(2)));
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The row of a state: the first that fits. */
  NamedState of(State state) {
    return states.stream()
        .filter(row -> row.fits(state))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of the specification has " + state));
  }
}
