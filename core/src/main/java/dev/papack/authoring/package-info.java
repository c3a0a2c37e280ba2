/** Owns what authors ask for: add, remove, fix. Each works out a {@code Proposal} first. */
@NullMarked
package dev.papack.authoring;

import org.jspecify.annotations.NullMarked;
