/** Reports of packs for people who look: a client of the session and of nothing else. */
module dev.papack.report {
  requires transitive dev.papack;
  requires static org.jspecify;

  exports dev.papack.report;
}
