package dev.papack.result;

import dev.papack.diagnostic.WorkspacePath;

/**
 * What a document would be after an operation.
 *
 * @param document which one
 * @param text all of it
 */
public record ProposedText(WorkspacePath document, String text) {}
