package dev.papack.result;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Two versions of one document, to be merged as git's merge driver does.
 *
 * @param base the version that both stem from; an empty file if they stem from none
 * @param ours the version to merge into; rewritten if that changes it
 * @param theirs the other version
 * @param name what messages call the document, since git hands over temporary files; empty for the
 *     names of the files themselves
 */
public record MergeRequest(Path base, Path ours, Path theirs, Optional<String> name) {}
