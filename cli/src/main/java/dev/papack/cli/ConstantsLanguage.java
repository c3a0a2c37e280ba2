package dev.papack.cli;

/** A language in which {@code constants} writes names. */
enum ConstantsLanguage {
  JAVA,
  C,
  RUST,
  /** A document for other generators. */
  JSON
}
