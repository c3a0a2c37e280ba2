package dev.papack.diagnostic;

/** The value of a step that has nothing to say but that it is done. */
public enum Done {
  /** It is done. */
  DONE
}
