package dev.papack.diagnostic;

import java.util.Optional;

/** What the first fix of a fault says, for tests of its words. */
public final class FirstFix {
  private FirstFix() {}

  public static Optional<String> title(Diagnostic fault) {
    return fault.fixes().stream().map(Fix::title).findFirst();
  }
}
