package dev.papack.lsp;

import dev.papack.diagnostic.WorkspacePath;

/**
 * A document that an editor has open.
 *
 * @param uri as the editor names it
 * @param path where it is
 * @param version of the text, as the editor counts
 * @param text as it is in the editor
 * @param state whether it is what the editor has saved, as far as the server was told
 */
record OpenDocument(String uri, WorkspacePath path, int version, String text, State state) {
  /** Whether a document was edited since. */
  enum State {
    SAVED,
    EDITED
  }
}
