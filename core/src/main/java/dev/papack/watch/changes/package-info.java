/** Owns noticing that files of a workspace changed, and waiting until they have settled. */
@NullMarked
package dev.papack.watch.changes;

import org.jspecify.annotations.NullMarked;
