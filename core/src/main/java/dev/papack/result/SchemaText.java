package dev.papack.result;

/**
 * A published JSON Schema.
 *
 * @param kind of document, such as {@code asset}
 * @param version of the kind, from 1
 * @param text as it is published
 */
public record SchemaText(String kind, int version, String text) {}
