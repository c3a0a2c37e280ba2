package dev.papack.media;

/** How much a file looks like one of a format, by its bytes alone. */
public enum Likeness {
  /** It begins as the format does. */
  OWN,
  /**
   * It is a damaged file of the format, or of a variant that is not decoded; the format's decoder
   * refuses it and is the one to say why.
   */
  AKIN,
  /** It is something else. */
  OTHER
}
