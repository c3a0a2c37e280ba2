/** Owns what keeps a workspace in order: migrate, rebuild, merge, compare registries. */
@NullMarked
package dev.papack.upkeep;

import org.jspecify.annotations.NullMarked;
