package dev.papack.disk;

/**
 * What the file system says of a file without opening it.
 *
 * @param type links are not followed
 * @param sizeBytes of a file; without meaning for the rest
 * @param modifiedNanos since 1970, as exact as the file system keeps it; only ever compared
 * @param identity what tells one file from another under the same name, or the empty text where the
 *     file system has no such thing
 */
public record FileStatus(FileType type, long sizeBytes, long modifiedNanos, String identity) {}
