package dev.papack.bank;

import java.util.List;

/**
 * Settings that an author partly left open.
 *
 * @param settings what was said and what was chosen
 * @param reasons a sentence for each thing that was chosen: what and why
 * @param <S> the settings of a bank type
 */
public record Choice<S>(S settings, List<String> reasons) {
  /** Copies the list. */
  public Choice {
    reasons = List.copyOf(reasons);
  }
}
