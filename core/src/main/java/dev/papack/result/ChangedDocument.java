package dev.papack.result;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diff.UnifiedDiff;

/**
 * A document that changes.
 *
 * @param document the file, below {@code assets/}
 * @param diff the exact change, named relative to the workspace
 */
public record ChangedDocument(AssetsPath document, UnifiedDiff diff) {}
