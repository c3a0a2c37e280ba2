package dev.papack.bank;

import dev.papack.diagnostic.Outcome;

/**
 * What came of encoding with certain settings.
 *
 * @param outcome the bank, or every fault
 * @param obstacle what other settings would have to do about the faults
 */
record EncodingAttempt(Outcome<Bank> outcome, Obstacle obstacle) {
  /** What is in the way of a bank. */
  enum Obstacle {
    /** Only that pixels use an index 0 that is opaque. */
    OPAQUE_INDEX_0,
    /** Something else, or nothing. */
    ANY
  }

  static EncodingAttempt of(Outcome<Bank> outcome) {
    return new EncodingAttempt(outcome, Obstacle.ANY);
  }
}
