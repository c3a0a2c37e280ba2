package dev.papack.campaign.mutation;

/**
 * One change to the product that the tests were run against.
 *
 * @param name that survives edits elsewhere in the file
 * @param packageName of the changed class
 * @param fate what the tests made of it
 */
record Mutant(Name name, String packageName, Fate fate) {
  /**
   * Line numbers move with every edit, so a mutant is named by the text of its line.
   *
   * @param method fully qualified
   * @param operator as PIT names its class, without {@code Mutator}
   * @param ordinal from 1, among those of the same method, operator and text
   * @param line its source, without the indentation
   */
  record Name(String method, String operator, int ordinal, String line) {
    /** Whether its survivors are read one by one. */
    boolean isBoundaryOrNegation() {
      return operator.equals("ConditionalsBoundary") || operator.equals("NegateConditionals");
    }

    @Override
    public String toString() {
      return method + " " + operator + " " + ordinal + "\n    " + line;
    }
  }

  /** What became of a mutant. */
  enum Fate {
    KILLED,
    SURVIVED,
    /** No test runs the line. */
    NOT_COVERED,
    /** The machine failed, not the mutant: nothing is known of it. */
    NOT_TRIED;

    boolean lives() {
      return this == SURVIVED || this == NOT_COVERED;
    }
  }
}
