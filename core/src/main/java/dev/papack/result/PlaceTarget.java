package dev.papack.result;

import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.WorkspacePath;
import java.util.Optional;

/**
 * Where a place of a document leads to.
 *
 * @param file a file of the workspace
 * @param range the place in it; empty for the whole file
 */
public record PlaceTarget(WorkspacePath file, Optional<TextRange> range) {}
