/** Owns the list of formats: which there are, which one a file is of, and what else it may be. */
@NullMarked
package dev.papack.media.formats;

import org.jspecify.annotations.NullMarked;
