/** Owns arguments, terminal, JSON output and exit status. */
@NullMarked
package dev.papack.cli;

import org.jspecify.annotations.NullMarked;
