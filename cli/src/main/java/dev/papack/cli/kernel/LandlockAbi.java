package dev.papack.cli.kernel;

import java.util.Arrays;

/**
 * What a version of Landlock can block (linux/landlock.h). A kernel must not be asked for rights
 * that it does not know.
 *
 * @param version at least 1, as the kernel reports it
 */
record LandlockAbi(int version) {
  /** The first that can allow renames between folders; older ones block all of them. */
  static final int WITH_RENAMES = 2;

  /** {@code LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET}. */
  private static final long ABSTRACT_SOCKETS = 1;

  /** {@code LANDLOCK_SCOPE_SIGNAL}. */
  private static final long SIGNALS = 2;

  /** {@code LANDLOCK_RESTRICT_SELF_TSYNC}: for threads that are running already, too. */
  private static final long ALL_THREADS = 8;

  /** {@code LANDLOCK_ACCESS_NET_BIND_TCP} and {@code ..._CONNECT_TCP}. */
  private static final long ALL_TCP = 3;

  /** {@code LANDLOCK_ACCESS_FS_...}: all but reading. */
  private enum Right {
    EXECUTE(0, 1),
    WRITE_FILE(1, 1),
    REMOVE_DIR(4, 1),
    REMOVE_FILE(5, 1),
    MAKE_CHAR(6, 1),
    MAKE_DIR(7, 1),
    MAKE_REG(8, 1),
    MAKE_SOCK(9, 1),
    MAKE_FIFO(10, 1),
    MAKE_BLOCK(11, 1),
    MAKE_SYM(12, 1),
    REFER(13, 2),
    TRUNCATE(14, 3),
    IOCTL_DEV(15, 5);

    private final int bit;
    private final int since;

    Right(int bit, int since) {
      this.bit = bit;
      this.since = since;
    }
  }

  /** The rights on files that are blocked unless a rule grants them. */
  long handledFiles() {
    return bits(Right.values());
  }

  /** The rights on the network that are blocked. */
  long handledNetwork() {
    return version >= 4 ? ALL_TCP : 0;
  }

  /**
   * What is limited to the process. Version 6 can limit signals, too, but then also refuses those
   * that a virtual machine sends to a thread of its own that is not confined.
   */
  long scopes() {
    return version >= 7 ? ABSTRACT_SOCKETS | SIGNALS : version >= 6 ? ABSTRACT_SOCKETS : 0;
  }

  /** Which threads are confined besides the one that asks, as flags of the call. */
  long threads() {
    return version >= 8 ? ALL_THREADS : 0;
  }

  /** The size of {@code struct landlock_ruleset_attr} in this version. */
  int rulesetBytes() {
    return version >= 6 ? 24 : version >= 4 ? 16 : 8;
  }

  /** The rights that a rule grants. */
  long rights(Extent extent) {
    return switch (extent) {
      case ENTRIES ->
          bits(Right.MAKE_REG, Right.MAKE_DIR, Right.REMOVE_FILE, Right.REMOVE_DIR, Right.REFER);
      case CONTENTS -> rights(Extent.ENTRIES) | bits(Right.WRITE_FILE, Right.TRUNCATE);
    };
  }

  private long bits(Right... rights) {
    return Arrays.stream(rights)
        .filter(right -> right.since <= version)
        .mapToLong(right -> 1L << right.bit)
        .reduce(0, (one, other) -> one | other);
  }
}
