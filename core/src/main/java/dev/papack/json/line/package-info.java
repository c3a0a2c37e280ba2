/** What papack writes for other programs: JSON objects, each on one line. */
@NullMarked
package dev.papack.json.line;

import org.jspecify.annotations.NullMarked;
