package dev.papack.publish;

/** Where the record of an unfinished publication was written. */
public enum Origin {
  /** In this very folder. */
  HERE,
  /** In a folder that this one is a copy of, or nobody knows where. */
  ELSEWHERE
}
