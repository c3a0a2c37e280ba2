package dev.papack.progress;

/** What a session is doing, in the order in which it does it. */
public enum Phase {
  /** Reading registry and declarations. */
  READ,
  /** Documents of older versions to current ones. */
  MIGRATE,
  /** Sources to banks. */
  CONVERT,
  /** Banks to a pack. */
  PACK,
  /** Reading back what is to be published. */
  VERIFY,
  /** Replacing what was published before. */
  PUBLISH
}
