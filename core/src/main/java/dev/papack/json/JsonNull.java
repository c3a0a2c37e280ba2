package dev.papack.json;

import dev.papack.diagnostic.TextRange;

/**
 * Null.
 *
 * @param range where it stands
 */
public record JsonNull(TextRange range) implements JsonNode {}
