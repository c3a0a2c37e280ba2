package dev.papack.packing;

/** Which file has the bytes of a slice until the pack is written. */
enum SliceFile {
  /** The spool of this build. */
  SPOOL,
  /** The pack that the last build published. */
  PUBLISHED_PACK
}
