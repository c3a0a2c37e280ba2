package dev.papack.result;

import dev.papack.diagnostic.AssetsPath;

/**
 * A file with another path; its content is the same.
 *
 * @param from where it was, below {@code assets/}
 * @param to where it is, below {@code assets/}
 */
public record MovedFile(AssetsPath from, AssetsPath to) {}
