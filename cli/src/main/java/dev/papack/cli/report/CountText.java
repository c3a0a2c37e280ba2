package dev.papack.cli.report;

import dev.papack.cli.output.Amount;
import dev.papack.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** How many there are of each severity, for people. */
final class CountText {
  private CountText() {}

  /** Such as {@code 2 errors, 1 warning}; empty if there are none. */
  static Optional<String> of(ToLongFunction<Severity> counts) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = counts.applyAsLong(severity);
      if (count > 0) {
        parts.add(Amount.counted(count, severity.label()));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }
}
