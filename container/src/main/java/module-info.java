/**
 * The pack format: write, read, verify. Knows nothing of workspaces and depends on the JDK alone.
 */
module dev.papack.container {
  requires static transitive org.jspecify;

  exports dev.papack.container;
}
