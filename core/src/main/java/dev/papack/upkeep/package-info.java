/**
 * Owns what keeps a workspace in order: migrate and merge documents, rebuild and compare
 * registries, check merges.
 */
@NullMarked
package dev.papack.upkeep;

import org.jspecify.annotations.NullMarked;
