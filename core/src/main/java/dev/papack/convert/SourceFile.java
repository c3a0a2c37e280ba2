package dev.papack.convert;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;

/**
 * A source as a build used it.
 *
 * @param path below {@code assets/}
 * @param sizeBytes its length
 * @param digest of all its bytes
 */
public record SourceFile(AssetsPath path, long sizeBytes, Sha256 digest) {}
