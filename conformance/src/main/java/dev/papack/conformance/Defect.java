package dev.papack.conformance;

import java.util.function.Consumer;

/**
 * A defect that a file can have beside another one.
 *
 * @param <D> what is drafted
 * @param name of the defect, as a part of a file's name
 * @param rule that it breaks
 * @param refusal what a reader says where it decides
 * @param about the defect, in words
 * @param change makes it
 */
public record Defect<D extends Draft>(
    String name, String rule, Refusal refusal, String about, Consumer<D> change) {}
