package dev.papack.json;

import dev.papack.diagnostic.TextRange;

/**
 * True or false.
 *
 * @param value which
 * @param range where it is
 */
public record JsonBoolean(boolean value, TextRange range) implements JsonNode {}
