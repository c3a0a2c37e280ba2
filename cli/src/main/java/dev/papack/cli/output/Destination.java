package dev.papack.cli.output;

import java.io.OutputStream;

/**
 * Where output goes.
 *
 * @param stream takes UTF-8
 * @param kind what reads it
 */
public record Destination(OutputStream stream, Kind kind) {
  /** What reads the output. */
  public enum Kind {
    /** A person, now. */
    TERMINAL,
    /** A file, a pipe, another program. */
    FILE
  }
}
