/** Owns how much the measuring tests do, and the figures that a run shows at its end. */
@NullMarked
package dev.papack.campaign;

import org.jspecify.annotations.NullMarked;
