/** Owns the current model: ids, names, declarations, settings. No files, no JSON, no bytes. */
@NullMarked
package dev.papack.asset;

import org.jspecify.annotations.NullMarked;
