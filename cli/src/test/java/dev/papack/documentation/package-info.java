/** What the documents say of each other and of the product holds. */
@NullMarked
package dev.papack.documentation;

import org.jspecify.annotations.NullMarked;
