/** Targets whose entry only their own package sees. */
@NullMarked
package dev.papack.container;

import org.jspecify.annotations.NullMarked;
