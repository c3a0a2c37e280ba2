/**
 * Owns the conversion of assets, one or many at once: read, key, decode, encode; and what a build
 * records of each. Equal keys mean equal banks: what need not be redone is decided by them.
 */
@NullMarked
package dev.papack.convert;

import org.jspecify.annotations.NullMarked;
