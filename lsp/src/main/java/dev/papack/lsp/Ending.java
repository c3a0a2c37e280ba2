package dev.papack.lsp;

/** How a server ended. */
public enum Ending {
  /** As the protocol asks for: it was told to shut down before it was told to exit. */
  SHUT_DOWN,
  /** It was told to exit at once, or the editor is gone. */
  LEFT,
  /** What it read was no message, and nobody can know where the next one begins. */
  BROKEN,
  /** The process is to end. */
  CANCELLED
}
