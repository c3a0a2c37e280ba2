package dev.papack.result;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diff.UnifiedDiff;

/**
 * A document of an older version, and what its migration makes of it.
 *
 * @param document the file, below {@code assets/}
 * @param artifact its kind
 * @param declaredVersion the version that the file declares
 * @param currentVersion the version that it becomes, step by step
 * @param diff the exact change, named relative to the workspace
 */
public record MigratedDocument(
    AssetsPath document,
    Artifact artifact,
    int declaredVersion,
    int currentVersion,
    UnifiedDiff diff) {}
