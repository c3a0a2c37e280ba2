package dev.papack.result;

import dev.papack.container.PackId;
import java.util.Optional;

/**
 * What a workspace remembers of its last build.
 *
 * @param state whether it may be used, or why not
 * @param packId the pack that it describes; empty unless it may be used
 * @param assetCount how many assets it has
 * @param fileCount how many files these are made from, one counted for each asset that uses it
 * @param trustedFileCount how many of these are not opened by the next build unless they change
 * @param sizeBytes how large its file is; 0 if there is none
 */
public record CacheContents(
    CacheState state,
    Optional<PackId> packId,
    int assetCount,
    int fileCount,
    int trustedFileCount,
    long sizeBytes) {}
