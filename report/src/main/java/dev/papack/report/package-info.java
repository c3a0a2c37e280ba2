/** Owns what a report of a pack says, and the page that shows it. */
@NullMarked
package dev.papack.report;

import org.jspecify.annotations.NullMarked;
