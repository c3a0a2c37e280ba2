/** Owns the decoding of PNG: untrusted bytes to a picture, within limits. */
@NullMarked
package dev.papack.media.png;

import org.jspecify.annotations.NullMarked;
