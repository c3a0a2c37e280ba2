/** Owns the one door to the file system: a small port of handles and its real implementation. */
@NullMarked
package dev.papack.disk;

import org.jspecify.annotations.NullMarked;
