/**
 * Owns the memory of the last build: which key each bank was made from, and what the file system
 * said of its sources; what of it still holds, and why the rest does not.
 */
@NullMarked
package dev.papack.cache;

import org.jspecify.annotations.NullMarked;
