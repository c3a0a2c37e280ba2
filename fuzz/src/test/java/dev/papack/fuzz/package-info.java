/**
 * Fuzzing: any bytes to everything that reads untrusted ones. Nothing but a typed result may come
 * back, and what is accepted survives being written and read again.
 */
@NullMarked
package dev.papack.fuzz;

import org.jspecify.annotations.NullMarked;
