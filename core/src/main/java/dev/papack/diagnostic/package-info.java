/**
 * Owns what a fault is: its code, its place, its remedy, the order of many, and the checked path
 * types.
 */
@NullMarked
package dev.papack.diagnostic;

import org.jspecify.annotations.NullMarked;
