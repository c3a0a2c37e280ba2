package dev.papack.media;

/** What a file is for those who see or hear it. */
public enum Medium {
  /** To be seen. */
  PICTURE,
  /** To be heard. */
  SOUND
}
