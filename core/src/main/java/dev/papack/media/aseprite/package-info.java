/**
 * Owns the decoding of Aseprite's documents: untrusted bytes to flattened frames, within limits.
 */
@NullMarked
package dev.papack.media.aseprite;

import org.jspecify.annotations.NullMarked;
