/** How two packs differ, as data. The rules are in {@code docs/specs/comparing-packs.md}. */
@NullMarked
package dev.papack.comparison;

import org.jspecify.annotations.NullMarked;
