/**
 * Owns the conversion of assets, one or many at once: read, key, decode, encode; and what a build
 * records of each. What need not be redone is to be decided by the key; as yet everything is.
 */
@NullMarked
package dev.papack.convert;

import org.jspecify.annotations.NullMarked;
