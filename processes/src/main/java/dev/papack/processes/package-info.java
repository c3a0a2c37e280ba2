/**
 * Owns what is measured on the packaged program from outside: it is started, watched and killed.
 */
@NullMarked
package dev.papack.processes;

import org.jspecify.annotations.NullMarked;
