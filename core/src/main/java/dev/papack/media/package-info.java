/** Owns decoding: untrusted PNG and WAV bytes to pictures and sounds, within limits. */
@NullMarked
package dev.papack.media;

import org.jspecify.annotations.NullMarked;
