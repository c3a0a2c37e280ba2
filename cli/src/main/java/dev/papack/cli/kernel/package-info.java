/**
 * Owns the sandbox: what the kernel blocks for this process until it ends, such as starting
 * programs, loading code and opening connections.
 */
@NullMarked
package dev.papack.cli.kernel;

import org.jspecify.annotations.NullMarked;
