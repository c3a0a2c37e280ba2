package dev.papack.result;

/**
 * The versions of one format that this packer reads.
 *
 * @param format what has the version: the kind of a document, or a part of a pack
 * @param member the member or field that says it
 * @param oldest the oldest readable version
 * @param current the version that is written
 */
public record FormatVersions(String format, String member, int oldest, int current) {}
