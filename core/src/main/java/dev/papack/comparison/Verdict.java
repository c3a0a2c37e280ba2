package dev.papack.comparison;

/** What a newer pack is to a game that was shipped with the older one, from harmless to harmful. */
public enum Verdict {
  /** It is the same pack. */
  EQUAL,
  /** It differs, and everything that the game refers to means what it meant. */
  COMPATIBLE,
  /** Something that the game may refer to means something else, or is gone. */
  BREAKING
}
