/** Owns the conformance kit: its files, what a reader must say of each, and its manifest. */
@NullMarked
package dev.papack.conformance;

import org.jspecify.annotations.NullMarked;
