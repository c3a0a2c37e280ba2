/**
 * Owns the structures of every released version and the frozen steps between them, tree to tree.
 */
@NullMarked
package dev.papack.migration;

import org.jspecify.annotations.NullMarked;
