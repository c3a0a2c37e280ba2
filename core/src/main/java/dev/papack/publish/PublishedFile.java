package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.disk.FileStatus;
import java.util.Optional;

/**
 * A file of a set as it was published.
 *
 * @param slot which
 * @param sizeBytes its length
 * @param digest of all its bytes
 * @param staged what the file system said of it just before it was put in its place
 */
public record PublishedFile(
    PackSlot slot, long sizeBytes, Sha256 digest, Optional<FileStatus> staged) {}
