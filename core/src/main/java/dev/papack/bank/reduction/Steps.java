package dev.papack.bank.reduction;

/** Work done, counted rather than timed, so that every machine stops at the same place. */
final class Steps {
  private long done;

  void add(long steps) {
    done += steps;
  }

  long done() {
    return done;
  }
}
