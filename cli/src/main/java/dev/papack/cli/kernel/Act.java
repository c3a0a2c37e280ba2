package dev.papack.cli.kernel;

/** What no command ever does, and the kernel can block. */
public enum Act {
  STARTING_PROGRAMS,
  LOADING_LIBRARIES,
  OPENING_CONNECTIONS,
  SENDING_SIGNALS,
  CHANGING_PERMISSIONS_OR_TIMES,
  WRITING_OUTSIDE_THE_WORKSPACE,
  OPENING_SOURCES_FOR_WRITING
}
