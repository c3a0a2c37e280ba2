/**
 * Owns strict JSON: text to a tree whose every node knows its position, and the one stable form
 * back.
 */
@NullMarked
package dev.papack.json;

import org.jspecify.annotations.NullMarked;
