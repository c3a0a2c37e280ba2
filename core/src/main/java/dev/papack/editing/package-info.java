/**
 * Owns what an editor asks of one document while it is typed: what is wrong with it, what is at a
 * place, what may be written there, and where a place leads to.
 */
@NullMarked
package dev.papack.editing;

import org.jspecify.annotations.NullMarked;
