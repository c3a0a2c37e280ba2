/** Owns what a change does to a text: its lines before and after, as other tools apply them. */
@NullMarked
package dev.papack.diff;

import org.jspecify.annotations.NullMarked;
