/**
 * Owns what a format is, and what pictures and sounds are once they are decoded. Each format has a
 * package of its own below this one, and {@code media.formats} lists them.
 */
@NullMarked
package dev.papack.media;

import org.jspecify.annotations.NullMarked;
