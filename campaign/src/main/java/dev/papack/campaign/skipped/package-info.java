/** Owns what a run says at its end of the tests that it skipped. */
@NullMarked
package dev.papack.campaign.skipped;

import org.jspecify.annotations.NullMarked;
