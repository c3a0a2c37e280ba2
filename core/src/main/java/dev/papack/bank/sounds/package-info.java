/** Owns SOUNDS banks: mixing, loops, resampling, and the settings that fit a sound. */
@NullMarked
package dev.papack.bank.sounds;

import org.jspecify.annotations.NullMarked;
