package dev.papack.cli.kernel;

import java.nio.file.Path;

/**
 * A folder that a confined process may still change.
 *
 * @param folder the absolute path of an existing folder
 * @param extent what may be changed in it
 */
public record WritableFolder(Path folder, Extent extent) {}
