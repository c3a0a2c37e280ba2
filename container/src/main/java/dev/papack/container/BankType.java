package dev.papack.container;

/** What the slice of an asset holds. */
public enum BankType {
  /** Pictures: tiles, palettes and the palette of each tile. */
  TILES,
  /** Sound: 16-bit PCM. */
  SOUNDS
}
