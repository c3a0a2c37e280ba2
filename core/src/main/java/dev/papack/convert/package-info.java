/**
 * Owns the conversion of assets, one or many at once, and what a build records of each. What need
 * not be redone is to be decided here; as yet everything is.
 */
@NullMarked
package dev.papack.convert;

import org.jspecify.annotations.NullMarked;
