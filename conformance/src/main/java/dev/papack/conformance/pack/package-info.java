/** Owns the packs of the kit, written from assets-pa.md and reading-packs.md alone. */
@NullMarked
package dev.papack.conformance.pack;

import org.jspecify.annotations.NullMarked;
