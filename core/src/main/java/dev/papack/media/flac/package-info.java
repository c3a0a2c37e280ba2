/** Owns the decoding of FLAC: untrusted bytes to a sound, within limits. */
@NullMarked
package dev.papack.media.flac;

import org.jspecify.annotations.NullMarked;
