package dev.papack.cli.kernel;

/** What no command ever does, and the kernel can be asked to refuse. */
public enum Act {
  START_A_PROGRAM,
  LOAD_A_LIBRARY,
  OPEN_A_CONNECTION,
  WRITE_OUTSIDE_THE_WORKSPACE,
  OPEN_A_SOURCE_FOR_WRITING
}
