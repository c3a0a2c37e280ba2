/** Owns the decoding of GIF: untrusted bytes to the frames of a picture, within limits. */
@NullMarked
package dev.papack.media.gif;

import org.jspecify.annotations.NullMarked;
