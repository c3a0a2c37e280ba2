package dev.papack.result;

/**
 * How much memory something takes at most while it is worked on.
 *
 * @param name what is worked on
 * @param formula how much it takes, in words that {@code mostBytes} bounds
 * @param mostBytes the most that any input takes that is within the limits
 */
public record MemoryNeed(String name, String formula, long mostBytes) {}
