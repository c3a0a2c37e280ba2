/** Owns what whoever watches a workspace is told. */
@NullMarked
package dev.papack.watch;

import org.jspecify.annotations.NullMarked;
