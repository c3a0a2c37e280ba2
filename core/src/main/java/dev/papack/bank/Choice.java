package dev.papack.bank;

import java.util.List;

/**
 * Settings that were chosen for an author who named none.
 *
 * @param settings what to declare
 * @param reasons one sentence per member that was chosen: its value and why
 * @param <S> the settings of one bank type
 */
public record Choice<S>(S settings, List<String> reasons) {
  /** Copies the list. */
  public Choice {
    reasons = List.copyOf(reasons);
  }
}
