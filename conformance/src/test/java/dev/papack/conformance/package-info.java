@NullMarked
package dev.papack.conformance;

import org.jspecify.annotations.NullMarked;
