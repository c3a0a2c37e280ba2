package dev.papack.benchmarks;

import dev.papack.diagnostic.Outcome;

/** What a kernel is given is good. */
final class Accepted {
  private Accepted() {}

  static <T> T valueOf(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, var _) -> value;
      case Outcome.Refused<T>(var faults) -> throw new IllegalStateException(faults.toString());
    };
  }
}
