/** Owns what git's own files tell of a workspace. They are read as text; git is never started. */
@NullMarked
package dev.papack.git;

import org.jspecify.annotations.NullMarked;
