package dev.papack.progress;

/** What a session is doing, in the order in which it does it. */
public enum Phase {
  /** Reading registry and declarations. */
  READ,
  /** Documents of older versions to current ones. */
  MIGRATE,
  /** Files that are to be declared, converted as a build would. */
  TRY,
  /** Sources to banks. */
  CONVERT,
  /** Banks to a pack. */
  PACK,
  /** Writing new documents to where they are staged. */
  STAGE,
  /** Reading back what is to be published. */
  VERIFY,
  /** Replacing what was published before. */
  PUBLISH
}
