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
 */
public record Case(
    String file,
    Optional<Refusal> refusal,
    List<String> rules,
    Optional<String> twin,
    String about,
    Content content,
    Content base) {
  /** Copies the list. */
  public Case {
    rules = List.copyOf(rules);
  }

  Case beside(String other) {
    return new Case(file, refusal, rules, Optional.of(other), about, content, base);
  }
}
