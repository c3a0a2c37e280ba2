package dev.papack.result;

/**
 * What a migration found.
 *
 * @param documentCount how many documents were selected
 * @param migratedCount how many of them were of an older version
 */
public record Migrated(int documentCount, int migratedCount) {}
