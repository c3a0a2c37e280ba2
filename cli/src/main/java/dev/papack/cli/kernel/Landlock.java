package dev.papack.cli.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Uses Landlock to block writes outside a few folders, and every look into other processes, for
 * this thread and for every thread that it starts from then on. Threads that already run are
 * confined since Linux 7.0.
 */
final class Landlock {
  /** {@code LANDLOCK_CREATE_RULESET_VERSION}: asks for the version, creates nothing. */
  private static final long ASK_FOR_VERSION = 1;

  /** {@code LANDLOCK_RULE_PATH_BENEATH}. */
  private static final long BENEATH = 1;

  /** {@code struct landlock_path_beneath_attr}, which is packed. */
  private static final int RULE_BYTES = Long.BYTES + Integer.BYTES;

  private static final long CURRENT_FOLDER = -100;
  private static final long O_CLOEXEC = 0x8_0000;
  private static final long O_PATH = 0x20_0000;
  private static final long O_WRONLY = 1;
  private static final long O_NONBLOCK = 0x800;
  private static final int EACCES = 13;

  private final LinuxKernel kernel;

  Landlock(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  /** Confines writes to some folders. */
  Confinement confine(List<WritableFolder> folders) {
    OptionalInt version = version();
    if (version.isEmpty()) {
      return new Confinement.Unavailable("this kernel has no Landlock to block writes");
    }
    LandlockAbi abi = new LandlockAbi(version.getAsInt());
    if (!folders.isEmpty() && abi.version() < LandlockAbi.WITH_RENAMES) {
      return new Confinement.Unavailable(
          "Landlock in this kernel cannot allow renaming a file from one folder to another");
    }
    long ruleset = create(abi);
    if (ruleset < 0) {
      return refused("a ruleset", ruleset);
    }
    try {
      for (WritableFolder folder : folders) {
        long added = add(ruleset, folder, abi);
        if (added < 0) {
          return refused("a rule for " + folder.folder(), added);
        }
      }
      // A filter that was installed before this has already given up all further privileges.
      long restricted = kernel.call(SystemCall.LANDLOCK_RESTRICT_SELF, ruleset, abi.threads());
      return restricted < 0 ? refused("to confine writes", restricted) : new Confinement.InForce();
    } finally {
      close(ruleset);
    }
  }

  private static Confinement refused(String what, long result) {
    return new Confinement.Unavailable("the kernel refused " + what + " with error " + -result);
  }

  private OptionalInt version() {
    long answer = kernel.call(SystemCall.LANDLOCK_CREATE_RULESET, 0, 0, ASK_FOR_VERSION);
    return answer < 1 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(answer));
  }

  private long create(LandlockAbi abi) {
    byte[] attributes = new byte[3 * Long.BYTES];
    ByteBuffer.wrap(attributes)
        .order(ByteOrder.nativeOrder())
        .putLong(abi.handledFiles())
        .putLong(abi.handledNetwork())
        .putLong(abi.scopes());
    return kernel.withBytes(
        attributes,
        address -> kernel.call(SystemCall.LANDLOCK_CREATE_RULESET, address, abi.rulesetBytes()));
  }

  private long add(long ruleset, WritableFolder folder, LandlockAbi abi) {
    long opened = open(folder.folder(), O_PATH | O_CLOEXEC | kernel.processor().folderFlags());
    if (opened < 0) {
      return opened;
    }
    try {
      byte[] rule = new byte[RULE_BYTES];
      ByteBuffer.wrap(rule)
          .order(ByteOrder.nativeOrder())
          .putLong(abi.rights(folder.extent()))
          .putInt(Math.toIntExact(opened));
      return kernel.withBytes(
          rule, address -> kernel.call(SystemCall.LANDLOCK_ADD_RULE, ruleset, BENEATH, address));
    } finally {
      close(opened);
    }
  }

  /** Tries to open an existing file for writing; neither creates nor changes it. */
  boolean refusesToWrite(Path file) {
    // Opening a pipe would wait for its reader.
    long opened = open(file, O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    if (opened >= 0) {
      close(opened);
    }
    return opened == -EACCES;
  }

  private long open(Path path, long flags) {
    // As Java itself turns names into bytes, and back.
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    byte[] name = (path + "\0").getBytes(charset);
    return kernel.withBytes(
        name, address -> kernel.call(SystemCall.OPENAT, CURRENT_FOLDER, address, flags));
  }

  private void close(long descriptor) {
    // Nothing was written, so there is no failure to report.
    long _ = kernel.call(SystemCall.CLOSE, descriptor);
  }
}
