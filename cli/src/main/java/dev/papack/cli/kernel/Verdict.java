package dev.papack.cli.kernel;

/** What the filter says to a system call. */
enum Verdict {
  /** No command makes it, whatever its arguments. */
  NEVER,
  /** Its arguments are out of the filter's sight: the C library falls back to an older call. */
  UNKNOWN,
  /** That depends on its arguments. */
  JUDGED,
  /** Listed because papack itself makes it. */
  FREE
}
