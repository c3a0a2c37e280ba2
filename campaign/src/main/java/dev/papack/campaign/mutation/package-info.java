/** Owns what a run of mutation testing must have found: how many killed, and who was let live. */
@NullMarked
package dev.papack.campaign.mutation;

import org.jspecify.annotations.NullMarked;
