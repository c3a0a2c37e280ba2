/**
 * The innermost loops, measured one by one with JMH: time and allocated bytes of each. {@code
 * benchmarks/run kernels} prints them.
 */
@NullMarked
package dev.papack.benchmarks;

import org.jspecify.annotations.NullMarked;
