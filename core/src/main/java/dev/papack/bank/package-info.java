/**
 * Owns bank payloads: pictures and sounds to slices and back, palettes, resampling. Pure functions.
 */
@NullMarked
package dev.papack.bank;

import org.jspecify.annotations.NullMarked;
