/**
 * Owns reports: what a command found, in the formats that other tools read. Knows no command and no
 * file.
 */
@NullMarked
package dev.papack.cli.report;

import org.jspecify.annotations.NullMarked;
