/** The language server: a client of the session, as the command line is one. */
module dev.papack.lsp {
  requires transitive dev.papack;
  requires static org.jspecify;
  requires tools.jackson.core;

  exports dev.papack.lsp;
}
