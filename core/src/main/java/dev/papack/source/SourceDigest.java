package dev.papack.source;

import dev.papack.container.Sha256;

/**
 * What a source is known by.
 *
 * @param sizeBytes how many bytes it has
 * @param digest of all of them
 */
public record SourceDigest(long sizeBytes, Sha256 digest) {}
