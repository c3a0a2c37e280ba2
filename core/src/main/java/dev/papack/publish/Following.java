package dev.papack.publish;

/** Follows the carrying out of a publication of many documents; cannot stop it. */
@FunctionalInterface
public interface Following {
  /** Nobody does. */
  Following NOBODY = (step, done) -> {};

  /** What each document goes through, one step after the other. */
  enum Step {
    /** What is staged reads back as it was written, and the document is still what it was. */
    VERIFIED,
    /** It has its new content, or is gone. */
    REPLACED
  }

  /**
   * A document has passed a step.
   *
   * @param done how many have, in the order in which they were staged
   */
  void passed(Step step, int done);
}
