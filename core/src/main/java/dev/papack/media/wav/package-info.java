/** Owns the decoding of WAV: untrusted bytes to a sound, within limits. */
@NullMarked
package dev.papack.media.wav;

import org.jspecify.annotations.NullMarked;
