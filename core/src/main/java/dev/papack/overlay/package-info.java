/**
 * Owns a workspace with texts that an editor has not saved: a layer over a disk, to be read only.
 */
@NullMarked
package dev.papack.overlay;

import org.jspecify.annotations.NullMarked;
