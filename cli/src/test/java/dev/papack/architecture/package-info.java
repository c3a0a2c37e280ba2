/** The rules of the house, held against the compiled classes of every module. */
@NullMarked
package dev.papack.architecture;

import org.jspecify.annotations.NullMarked;
