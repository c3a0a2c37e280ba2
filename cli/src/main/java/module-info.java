/** The command line: a client of the session and of nothing else. */
module dev.papack.cli {
  requires dev.papack;
  requires dev.papack.report;
  requires dev.papack.lsp;
  requires static org.jspecify;
  requires info.picocli;
}
