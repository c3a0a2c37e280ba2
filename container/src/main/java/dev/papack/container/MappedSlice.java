package dev.papack.container;

import java.lang.foreign.MemorySegment;

/**
 * The bytes of one asset in a {@link MappedPack}, where they are in the mapped file. Whoever holds
 * one knows that its digest and its contents have been checked.
 */
public final class MappedSlice {
  private final Entry entry;
  private final MemorySegment bytes;

  MappedSlice(Entry entry, MemorySegment bytes) {
    this.entry = entry;
    this.bytes = bytes;
  }

  /**
   * Whose bytes these are.
   *
   * @return the entry of the asset table
   */
  public Entry entry() {
    return entry;
  }

  /**
   * The bytes, not copied: the slice and nothing around it. Numbers in banks are little-endian,
   * while the layouts of {@link java.lang.foreign.ValueLayout} have the order of the machine unless
   * they are told.
   *
   * @return {@code entry().sizeBytes()} bytes of the mapped file, read-only, at an address that is
   *     a multiple of 64; every thread may read them until the pack is closed, and then none: each
   *     access throws {@link IllegalStateException}
   */
  public MemorySegment bytes() {
    return bytes;
  }
}
