package dev.papack.publish;

import dev.papack.container.Sha256;

/**
 * What a file is to hold once it is published; also what a file holds that moves.
 *
 * @param sizeBytes its length
 * @param digest of all its bytes
 */
record StagedContent(long sizeBytes, Sha256 digest) {}
