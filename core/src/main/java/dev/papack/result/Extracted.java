package dev.papack.result;

import dev.papack.container.Entry;
import java.nio.file.Path;

/**
 * An asset that was written out.
 *
 * @param entry which
 * @param file where to
 */
public record Extracted(Entry entry, Path file) {}
