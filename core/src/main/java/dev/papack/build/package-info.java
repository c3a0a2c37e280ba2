/** Owns what must be redone: the plan, the keys, the reason for each miss. */
@NullMarked
package dev.papack.build;

import org.jspecify.annotations.NullMarked;
