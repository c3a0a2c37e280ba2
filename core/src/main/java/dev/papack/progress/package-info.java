/** Owns following an operation and cancelling it. */
@NullMarked
package dev.papack.progress;

import org.jspecify.annotations.NullMarked;
