/**
 * Owns the way in: bounded, digested snapshots of untrusted files, the scan of {@code assets/}, and
 * the limits.
 */
@NullMarked
package dev.papack.source;

import org.jspecify.annotations.NullMarked;
