/** Owns kinds, versions, support windows and the gate that every document passes. */
@NullMarked
package dev.papack.document;

import org.jspecify.annotations.NullMarked;
