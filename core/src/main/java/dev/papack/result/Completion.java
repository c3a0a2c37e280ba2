package dev.papack.result;

import dev.papack.diagnostic.TextRange;
import java.util.Optional;

/**
 * Something that may be written at a place of a document.
 *
 * @param kind what it is
 * @param label how a list shows it
 * @param replaced the stretch that it replaces; empty where nothing is written yet
 * @param text what to write there
 * @param documentation what it means, if there is more to say
 */
public record Completion(
    Kind kind, String label, TextRange replaced, String text, Optional<String> documentation) {
  /** What may be written. */
  public enum Kind {
    /** The name of a member. */
    MEMBER,
    /** A value. */
    VALUE,
    /** The path of a file. */
    FILE
  }
}
