/** Owns looking at packs: listing, accounting of bytes, companions, extraction, comparison. */
@NullMarked
package dev.papack.inspect;

import org.jspecify.annotations.NullMarked;
