package dev.papack.bank.palettes;

/**
 * How much a computation may still do, counted in steps rather than time, so that every machine
 * stops at the same place.
 */
final class WorkBudget {
  private final long allowedSteps;
  private long spentSteps;

  WorkBudget(long allowedSteps) {
    this.allowedSteps = allowedSteps;
  }

  void spend(long steps) {
    spentSteps += steps;
  }

  boolean isExhausted() {
    return spentSteps > allowedSteps;
  }

  long spentSteps() {
    return spentSteps;
  }
}
