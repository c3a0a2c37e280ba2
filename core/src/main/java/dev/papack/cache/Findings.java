package dev.papack.cache;

import dev.papack.diagnostic.Diagnostic;
import java.util.List;

/** The warnings and notes that converting an asset gave besides its bank. */
public sealed interface Findings {
  /**
   * They can be said again without converting it; mostly there are none.
   *
   * @param all in their order
   */
  record Kept(List<Diagnostic> all) implements Findings {
    /** None. */
    public static final Kept NONE = new Kept(List.of());

    /** Copies the list. */
    public Kept {
      all = List.copyOf(all);
    }
  }

  /** One of them has a form that the cache does not have: the asset is always converted. */
  record NotKept() implements Findings {}

  /** What the cache can keep of these. */
  static Findings of(List<Diagnostic> all) {
    if (all.isEmpty()) {
      return Kept.NONE;
    }
    return FindingsForm.canKeep(all) ? new Kept(all) : new NotKept();
  }

  /** How many there are, as far as that is known. */
  default int count() {
    return switch (this) {
      case Kept(List<Diagnostic> all) -> all.size();
      case NotKept _ -> 0;
    };
  }
}
