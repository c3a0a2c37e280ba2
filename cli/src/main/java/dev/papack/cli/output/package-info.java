/** Owns what is shown: text for people, JSON for programs, progress. Knows no command. */
@NullMarked
package dev.papack.cli.output;

import org.jspecify.annotations.NullMarked;
