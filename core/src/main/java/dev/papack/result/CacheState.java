package dev.papack.result;

import java.util.Locale;

/** Whether something of the last build could be taken, or why nothing could. */
public enum CacheState {
  /** It describes what is published here. */
  VALID("the cache holds"),
  /** The build was told to take nothing from it. */
  NOT_ASKED("built from nothing, as asked"),
  /** There is none: the first build, or somebody cleared it. */
  ABSENT("there is no cache"),
  /** It is not what a build wrote. */
  DAMAGED("the cache is damaged"),
  /** It was written in another folder: this one is a copy, a clone, or was restored. */
  COPIED("the cache was written in another folder"),
  /** It was written by another papack, which may make something else of the same files. */
  OTHER_VERSIONS("the cache is of another papack"),
  /** The published pack is not the one that it describes. */
  PACK_CHANGED("the published pack is not the one of the last build"),
  /** It would not fit into the memory that Java may take; none is written either. */
  TOO_LARGE("the cache of so many assets needs more memory than Java has");

  private final String sentence;

  CacheState(String sentence) {
    this.sentence = sentence;
  }

  /**
   * The word that documents use.
   *
   * @return in lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state in words.
   *
   * @return a clause without a full stop
   */
  public String sentence() {
    return sentence;
  }
}
