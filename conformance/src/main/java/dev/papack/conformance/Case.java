package dev.papack.conformance;

import java.util.List;
import java.util.Optional;

/**
 * One file of the kit, and what every reader must say of it.
 *
 * @param file its path below the kit's folder
 * @param refusal why it is refused; empty for a valid file
 * @param rules that it breaks, the one that decides first; of a valid file the rules that it just
 *     keeps
 * @param twin for a file just beyond a limit, the path of the file at the limit
 * @param about what is wrong with it or particular about it, in words
 * @param content its bytes
 * @param base the valid file that one change made it of
 * @param defects each of two defects, as a file has it alone; none for other files
 */
public record Case(
    String file,
    Optional<Refusal> refusal,
    List<String> rules,
    Optional<String> twin,
    String about,
    Content content,
    Content base,
    List<Alone> defects) {
  /** Copies the lists. */
  public Case {
    rules = List.copyOf(rules);
    defects = List.copyOf(defects);
  }

  /**
   * One of two defects by itself.
   *
   * @param refusal what a reader says of it
   * @param content a file that has no other
   */
  public record Alone(Refusal refusal, Content content) {}

  Case beside(String other) {
    return new Case(file, refusal, rules, Optional.of(other), about, content, base, defects);
  }

  Case ofTwo(Alone winner, Alone loser) {
    return new Case(file, refusal, rules, twin, about, content, base, List.of(winner, loser));
  }
}
