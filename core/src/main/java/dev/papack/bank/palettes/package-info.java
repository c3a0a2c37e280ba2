/** Owns dividing colours of tiles among palettes: as few as can be found within a bound of work. */
@NullMarked
package dev.papack.bank.palettes;

import org.jspecify.annotations.NullMarked;
