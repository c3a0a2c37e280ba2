/** Owns the documents of the kit, written from documents.md alone. */
@NullMarked
package dev.papack.conformance.document;

import org.jspecify.annotations.NullMarked;
