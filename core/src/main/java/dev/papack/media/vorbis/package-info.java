/** Owns the decoding of Ogg Vorbis: untrusted bytes to a sound, within limits. */
@NullMarked
package dev.papack.media.vorbis;

import org.jspecify.annotations.NullMarked;
