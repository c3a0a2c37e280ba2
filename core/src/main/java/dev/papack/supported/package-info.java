/** Owns what this release reads, writes and accepts: versions, limits, the shipper's contract. */
@NullMarked
package dev.papack.supported;

import org.jspecify.annotations.NullMarked;
