/** Owns finding, making and opening a workspace, to read or under the lock. */
@NullMarked
package dev.papack.workspace;

import org.jspecify.annotations.NullMarked;
