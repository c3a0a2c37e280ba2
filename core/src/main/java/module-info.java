/** From a workspace to a verified pack: the library that editors embed. */
@SuppressWarnings("module") // Two modules that are named here are compiled later.
module dev.papack {
  requires transitive dev.papack.container;
  requires static org.jspecify;
  requires tools.jackson.core;

  exports dev.papack;
  exports dev.papack.asset;
  exports dev.papack.comparison;
  exports dev.papack.diagnostic;
  exports dev.papack.diff;
  exports dev.papack.progress;
  exports dev.papack.result;
  exports dev.papack.watch;

  // How papack's own outputs are written is no business of whoever embeds it.
  exports dev.papack.json.line to
      dev.papack.cli,
      dev.papack.report;
}
