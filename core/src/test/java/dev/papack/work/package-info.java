/** How much work an input makes, counted. */
@NullMarked
package dev.papack.work;

import org.jspecify.annotations.NullMarked;
