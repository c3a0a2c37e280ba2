package dev.papack;

/**
 * A line of a document, to be shown with a fault underlined. The text is untrusted and unescaped.
 *
 * @param line which line, from 1
 * @param text its characters without the line break; of a long line a stretch
 * @param firstColumn the column of the first of them in UTF-16 units, from 1
 * @param isCut whether characters of the line are left out on either side
 */
public record Excerpt(int line, String text, int firstColumn, boolean isCut) {}
