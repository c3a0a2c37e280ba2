package dev.papack.registry;

import dev.papack.asset.Declaration;
import dev.papack.container.BankType;
import java.util.Optional;

/**
 * A place that boot fills; each bank type has its own.
 *
 * @param bankType what it holds
 * @param number 0 to 255
 */
public record PreloadSlot(BankType bankType, int number) {
  /** The slot that a declaration asks for. */
  public static Optional<PreloadSlot> of(Declaration declaration) {
    return declaration.preloadSlot().isPresent()
        ? Optional.of(
            new PreloadSlot(
                declaration.settings().bankType(), declaration.preloadSlot().getAsInt()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return bankType + " preload slot " + number;
  }
}
