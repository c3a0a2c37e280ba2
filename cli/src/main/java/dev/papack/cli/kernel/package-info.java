/**
 * Owns what the kernel is asked to refuse this process for the rest of its life: starting programs,
 * loading code, talking to others.
 */
@NullMarked
package dev.papack.cli.kernel;

import org.jspecify.annotations.NullMarked;
