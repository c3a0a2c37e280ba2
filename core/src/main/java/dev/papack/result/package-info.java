/** Owns requests and answers: values, which see nothing but values. */
@NullMarked
package dev.papack.result;

import org.jspecify.annotations.NullMarked;
