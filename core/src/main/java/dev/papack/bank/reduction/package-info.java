/**
 * Owns the reduction of colours: pictures that need more colours than palettes can hold get
 * palettes that show them best. Pure functions of pixels; no files, no messages, no settings.
 */
@NullMarked
package dev.papack.bank.reduction;

import org.jspecify.annotations.NullMarked;
