/** Owns the lists of public APIs: what users of a module can name, and how it changed. */
@NullMarked
package dev.papack.campaign.api;

import org.jspecify.annotations.NullMarked;
