package dev.papack.result;

import dev.papack.container.BankType;
import java.util.List;

/**
 * A setting that a declaration of the current version can have.
 *
 * @param name names of members with dots between them, such as {@code tiles.tile_size}
 * @param banks the banks whose declarations have it
 * @param values what it may be, each of them a way
 */
public record SettingDescription(String name, List<BankType> banks, List<Values> values) {
  /** Copies the lists. */
  public SettingDescription {
    banks = List.copyOf(banks);
    values = List.copyOf(values);
  }

  /** What a setting may be. */
  public sealed interface Values {}

  /**
   * One of a few words, or of a few numbers in digits.
   *
   * @param words all of them
   */
  public record OneOf(List<String> words) implements Values {
    /** Copies the list. */
    public OneOf {
      words = List.copyOf(words);
    }
  }

  /**
   * A whole number.
   *
   * @param smallest inclusive
   * @param largest inclusive
   */
  public record Range(long smallest, long largest) implements Values {}

  /**
   * Any text of a form.
   *
   * @param description the form in words
   */
  public record Text(String description) implements Values {}

  /**
   * A list, in the notation of JSON.
   *
   * @param fewest elements
   * @param most elements
   */
  public record Elements(int fewest, int most) implements Values {}
}
