package dev.papack.media;

/**
 * How much memory something takes at most while it is worked on.
 *
 * @param name what is worked on
 * @param formula how much it takes, in words
 * @param mostBytes the most that any input takes that is within the limits
 */
public record MemoryFormula(String name, String formula, long mostBytes) {}
