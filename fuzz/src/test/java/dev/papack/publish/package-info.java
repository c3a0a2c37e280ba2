/** Targets whose entry only their own package sees. */
@NullMarked
package dev.papack.publish;

import org.jspecify.annotations.NullMarked;
