package dev.papack.campaign.mutation;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds the reports of mutation testing against what is demanded of them, package by package.
 *
 * @param figures of each package, one line each
 * @param faults what must be fixed
 * @param notes what may be tidied: listed mutants that no longer survive
 */
record MutationVerdict(Map<String, String> figures, List<String> faults, List<String> notes) {
  private static final int MIN_PERCENT_KILLED = 85;

  /**
   * Prints and keeps the figures; ends with status 1 if too many survive, or one that nobody read.
   *
   * @param modules folders that PIT has been run in
   */
  public static void main(String... modules) throws IOException {
    boolean failed = false;
    for (String module : modules) {
      MutationVerdict verdict = of(Path.of(module));
      verdict.figures.forEach(Campaign::report);
      verdict.notes.forEach(System.out::println);
      verdict.faults.forEach(System.err::println);
      failed |= !verdict.faults.isEmpty();
    }
    if (failed) {
      System.exit(1);
    }
  }

  /**
   * Judges one module.
   *
   * @param module folder with its sources, its report and {@code src/test/mutation/equivalent.txt}
   */
  static MutationVerdict of(Path module) throws IOException {
    return of(
        MutationReport.read(module),
        EquivalentMutants.read(module.resolve("src/test/mutation/equivalent.txt")));
  }

  /** Judges mutants, given those that are known to be equivalent. */
  static MutationVerdict of(List<Mutant> mutants, Set<Mutant.Name> equivalent) {
    Map<String, String> figures = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    mutants.stream()
        .collect(Collectors.groupingBy(Mutant::packageName, TreeMap::new, Collectors.toList()))
        .forEach((name, ofPackage) -> {
          Counts counts = Counts.of(ofPackage, equivalent);
          String shortName = name.substring(name.lastIndexOf('.') + 1);
          figures.put("mutation-" + shortName, counts.figures());
          if (counts.killed() * 100L < (long) counts.all() * MIN_PERCENT_KILLED) {
            faults.add(
                name + ": less than " + MIN_PERCENT_KILLED + " % killed: " + counts.figures());
          }
        });
    if (mutants.isEmpty()) {
      faults.add("no mutants: nothing was tested");
    }
    Set<Mutant.Name> living = new HashSet<>();
    for (Mutant mutant : mutants) {
      if (mutant.fate() == Mutant.Fate.NOT_TRIED) {
        faults.add("not tried, the machine failed: " + mutant.name());
      } else if (mutant.fate().lives()) {
        living.add(mutant.name());
        if (mutant.name().isBoundaryOrNegation() && !equivalent.contains(mutant.name())) {
          faults.add("survives and is not listed as equivalent: " + mutant.name());
        }
      }
    }
    List<String> notes =
        equivalent.stream()
            .filter(name -> !living.contains(name))
            .map(name -> "listed as equivalent and does not survive: " + name)
            .toList();
    return new MutationVerdict(figures, List.copyOf(faults), notes);
  }

  private record Counts(int all, int killed, int survived, int notCovered, int listed) {
    static Counts of(List<Mutant> mutants, Set<Mutant.Name> equivalent) {
      return new Counts(
          mutants.size(),
          count(mutants, Mutant.Fate.KILLED),
          count(mutants, Mutant.Fate.SURVIVED),
          count(mutants, Mutant.Fate.NOT_COVERED),
          Math.toIntExact(
              mutants.stream()
                  .filter(mutant -> mutant.fate().lives() && equivalent.contains(mutant.name()))
                  .count()));
    }

    private static int count(List<Mutant> mutants, Mutant.Fate fate) {
      return Math.toIntExact(mutants.stream().filter(mutant -> mutant.fate() == fate).count());
    }

    String figures() {
      return String.format(
          Locale.ROOT,
          "%,d mutants: %,d killed (%.1f %%), %,d survived, %,d not covered; %,d of these read and"
              + " listed as equivalent",
          all,
          killed,
          100.0 * killed / all,
          survived,
          notCovered,
          listed);
    }
  }
}
