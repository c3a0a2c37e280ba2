package dev.papack.cli.kernel;

import java.util.Optional;

/** A kind of processor whose system calls are known here. */
enum Processor {
  X86_64(0xC000003E, 0x4000_0000, 0x3_0000),
  AARCH64(0xC00000B7, -1, 0xC000);

  private final int auditArchitecture;
  private final int foreignFrom;
  private final int folderFlags;

  Processor(int auditArchitecture, int foreignFrom, int folderFlags) {
    this.auditArchitecture = auditArchitecture;
    this.foreignFrom = foreignFrom;
    this.folderFlags = folderFlags;
  }

  /**
   * Finds a processor.
   *
   * @param name as Java names it
   */
  static Optional<Processor> of(String name) {
    return switch (name) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }

  /** How the kernel names the processor to a filter (linux/audit.h). */
  int auditArchitecture() {
    return auditArchitecture;
  }

  /**
   * Calls from this number on, without sign, belong to another interface of the same kernel; -1 if
   * there is no other.
   */
  int foreignFrom() {
    return foreignFrom;
  }

  /** {@code O_DIRECTORY} and {@code O_NOFOLLOW}, for {@code openat}. */
  int folderFlags() {
    return folderFlags;
  }
}
