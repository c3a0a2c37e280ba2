/**
 * Owns JSON-RPC over two streams: messages and their limits, whatever they mean. Reads what any
 * program may have written.
 */
@NullMarked
package dev.papack.lsp.rpc;

import org.jspecify.annotations.NullMarked;
