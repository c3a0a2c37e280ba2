/**
 * Owns the bytes of a pack: one writer, one reader, the limits both enforce, and the faults a
 * reader can find.
 */
@NullMarked
package dev.papack.container;

import org.jspecify.annotations.NullMarked;
