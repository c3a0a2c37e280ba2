/** Owns files that the user names outside of a workspace: a pack, a registry, an output. */
@NullMarked
package dev.papack.outside;

import org.jspecify.annotations.NullMarked;
