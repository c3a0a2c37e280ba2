/**
 * Owns the bytes of a pack: one writer, one reader, the limits both enforce, and the faults a
 * reader can find.
 *
 * <p>A runtime begins with {@link dev.papack.container.MappedPack}, or, where a file cannot be
 * mapped, with {@link dev.papack.container.PackReader}. The rows of the reading order are those of
 * {@code docs/specs/reading-packs.md}. Lengths and positions are in bytes and say so; a position
 * counts from 0.
 */
@NullMarked
package dev.papack.container;

import org.jspecify.annotations.NullMarked;
