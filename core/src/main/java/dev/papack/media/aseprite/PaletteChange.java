package dev.papack.media.aseprite;

/**
 * A chunk that changes the palette from a frame on.
 *
 * @param positionBytes of its data
 * @param form how it is written
 */
record PaletteChange(long positionBytes, Form form) {
  /** The forms that palettes have had. */
  enum Form {
    /** Entries with alpha. */
    NEW,
    /** Packets of entries of 8 bits a channel. */
    OLD_8_BITS,
    /** Packets of entries of 6 bits a channel. */
    OLD_6_BITS
  }
}
