/** Owns what an editor is told of a workspace while its documents are typed. */
@NullMarked
package dev.papack.lsp;

import org.jspecify.annotations.NullMarked;
