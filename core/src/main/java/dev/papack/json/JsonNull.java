package dev.papack.json;

import dev.papack.diagnostic.TextRange;

/**
 * Null.
 *
 * @param range where it is
 */
public record JsonNull(TextRange range) implements JsonNode {}
