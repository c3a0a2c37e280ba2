package dev.papack.disk;

/** What a name in a folder stands for, links not followed. */
public enum FileType {
  FILE,
  DIRECTORY,
  LINK,
  /** A pipe, a socket, a device. */
  SPECIAL
}
