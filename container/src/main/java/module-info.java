/**
 * The pack format: write, read, verify. Knows nothing of workspaces and depends on the JDK alone.
 */
module dev.papack.container {
  requires static org.jspecify;

  exports dev.papack.container;
}
