package dev.papack.cli.output;

/** What became of output. */
public enum Arrival {
  /** All of it arrived. */
  WHOLE,
  /** Who read it has read enough, as {@code head} does; that is no failure. */
  READER_LEFT,
  /** It could not be written, for instance because the disk is full. */
  LOST
}
