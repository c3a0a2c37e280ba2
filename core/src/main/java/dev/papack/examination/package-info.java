/** Owns the doctor: a workspace looked at as a whole, also one whose registry is lost. */
@NullMarked
package dev.papack.examination;

import org.jspecify.annotations.NullMarked;
