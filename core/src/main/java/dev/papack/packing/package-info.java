/** Owns the stages of a build on one page, the plan, and the pack in the making. */
@NullMarked
package dev.papack.packing;

import org.jspecify.annotations.NullMarked;
