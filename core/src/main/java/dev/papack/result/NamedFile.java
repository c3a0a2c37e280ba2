package dev.papack.result;

import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.WorkspacePath;

/**
 * A file that a document names.
 *
 * @param range where it is named
 * @param file an existing file of the workspace
 */
public record NamedFile(TextRange range, WorkspacePath file) {}
