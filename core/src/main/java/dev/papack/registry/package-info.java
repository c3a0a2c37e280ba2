/**
 * Owns which assets exist: both authored documents as values and back, reconciled with each other.
 */
@NullMarked
package dev.papack.registry;

import org.jspecify.annotations.NullMarked;
