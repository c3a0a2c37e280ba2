/** Owns looking at packs: listing, accounting of bytes, companions, extraction. */
@NullMarked
package dev.papack.inspect;

import org.jspecify.annotations.NullMarked;
