/** Owns the session: the stages in order, on one page. Start at {@link dev.papack.Packer}. */
@NullMarked
package dev.papack;

import org.jspecify.annotations.NullMarked;
