/** From a workspace to a verified pack: the library that editors embed. */
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
}
