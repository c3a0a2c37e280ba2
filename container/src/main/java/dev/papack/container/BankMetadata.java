package dev.papack.container;

/** What the asset table says of a slice beyond its bytes, per bank type. */
public sealed interface BankMetadata permits TilesMetadata, SoundsMetadata {
  /**
   * The bank type this belongs to.
   *
   * @return never {@code null}
   */
  BankType bankType();

  /**
   * The version of the layout that these numbers describe; another layout is another type.
   *
   * @return {@code bank_version}, at least 1
   */
  int bankVersion();

  /**
   * The length of the slice that this implies: a pure function of the numbers.
   *
   * @return bytes, at least 1
   */
  long sliceBytes();
}
