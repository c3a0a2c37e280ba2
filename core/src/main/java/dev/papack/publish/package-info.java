/** Owns every write inside a workspace: staging, journal, replacement, lock. */
@NullMarked
package dev.papack.publish;

import org.jspecify.annotations.NullMarked;
