/**
 * Owns the JSON Schemas of papack's documents as they are published, and what they say of members.
 */
@NullMarked
package dev.papack.schema;

import org.jspecify.annotations.NullMarked;
