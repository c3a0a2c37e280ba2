/** Tests of reports. */
@NullMarked
package dev.papack.report;

import org.jspecify.annotations.NullMarked;
