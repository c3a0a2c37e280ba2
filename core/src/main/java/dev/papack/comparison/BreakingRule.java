package dev.papack.comparison;

/** A rule of {@code docs/specs/comparing-packs.md} whose breach makes a pack breaking. */
public enum BreakingRule {
  /** An id of the older pack is not in the newer one. */
  ASSET_REMOVED,
  /** An id has another bank type. */
  BANK_TYPE_CHANGED,
  /** An asset that was loaded at boot is no longer. */
  SLOT_LOST,
  /** An asset is loaded into another slot. */
  SLOT_MOVED,
  /** A slot in which an asset was loaded now has another one. */
  SLOT_TAKEN,
  /** Tiles have another size. */
  TILE_SIZE_CHANGED,
  /** Tiles are in another number of columns. */
  COLUMNS_CHANGED,
  /** The highest tile numbers are gone. */
  TILES_REMOVED,
  /** What a tile number showed is now shown by others. */
  TILES_MOVED,
  /** The highest palette numbers are gone. */
  PALETTES_REMOVED,
  /** The colours of a palette number are now those of others. */
  PALETTES_MOVED,
  /** A sound that ended by itself repeats, or the other way round. */
  LOOP_CHANGED
}
