/**
 * Owns bank payloads: pictures to slices and back, and what banks of all types share. Pure
 * functions.
 */
@NullMarked
package dev.papack.bank;

import org.jspecify.annotations.NullMarked;
