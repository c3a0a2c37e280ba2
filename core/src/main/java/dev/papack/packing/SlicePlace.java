package dev.papack.packing;

/** Where the bytes of a slice are until the pack is written. */
sealed interface SlicePlace {
  /** Where it begins. */
  long startBytes();

  /** In the spool of this build. */
  record Spooled(long startBytes) implements SlicePlace {}

  /** In the pack that the last build published. */
  record Published(long startBytes) implements SlicePlace {}
}
