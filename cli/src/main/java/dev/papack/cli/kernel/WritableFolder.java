package dev.papack.cli.kernel;

import java.nio.file.Path;

/**
 * A folder that a confined process may still change.
 *
 * @param folder an absolute path of a folder that is there
 * @param extent how far
 */
public record WritableFolder(Path folder, Extent extent) {}
