package dev.papack.result;

/**
 * Whether a reading command accepts authored documents that are not up to date: of an older schema
 * version, or registered for a root that moved.
 */
public enum Drift {
  /** It goes on with what they mean, and warns. */
  TOLERATED,
  /** It stops: for release builds, whose documents must say exactly what is built. */
  REFUSED
}
