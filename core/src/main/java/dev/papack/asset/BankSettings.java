package dev.papack.asset;

import dev.papack.container.BankType;

/** What a declaration asks of its sources, per bank type. */
public sealed interface BankSettings permits TilesSettings, SoundsSettings {
  /**
   * The bank type these settings belong to.
   *
   * @return what the sources become
   */
  BankType bankType();
}
