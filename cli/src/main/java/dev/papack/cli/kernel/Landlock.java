package dev.papack.cli.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Uses Landlock to block writes outside a few folders, for this thread and for every thread and
 * process that it starts from then on. Threads that already run are not confined.
 */
final class Landlock {
  private static final int CREATE_RULESET = 444;
  private static final int ADD_RULE = 445;
  private static final int RESTRICT_SELF = 446;

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
  private static final int EACCES = 13;

  private final LinuxKernel kernel;
  private final CallNumbers numbers;

  Landlock(LinuxKernel kernel, CallNumbers numbers) {
    this.kernel = kernel;
    this.numbers = numbers;
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
      long restricted = kernel.call(RESTRICT_SELF, ruleset, 0, 0, 0, 0);
      return restricted < 0 ? refused("to confine writes", restricted) : new Confinement.InForce();
    } finally {
      close(ruleset);
    }
  }

  private static Confinement refused(String what, long result) {
    return new Confinement.Unavailable("the kernel refused " + what + " with error " + -result);
  }

  private OptionalInt version() {
    long answer = kernel.call(CREATE_RULESET, 0, 0, ASK_FOR_VERSION, 0, 0);
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
        attributes, address -> kernel.call(CREATE_RULESET, address, abi.rulesetBytes(), 0, 0, 0));
  }

  private long add(long ruleset, WritableFolder folder, LandlockAbi abi) {
    long opened = open(folder.folder(), O_PATH | O_CLOEXEC | numbers.folderFlags());
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
          rule, address -> kernel.call(ADD_RULE, ruleset, BENEATH, address, 0, 0));
    } finally {
      close(opened);
    }
  }

  /** Tries to open an existing file for writing; neither creates nor changes it. */
  boolean refusesToWrite(Path file) {
    long opened = open(file, O_WRONLY | O_CLOEXEC);
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
        name, address -> kernel.call(numbers.openat(), CURRENT_FOLDER, address, flags, 0, 0));
  }

  private void close(long descriptor) {
    // Nothing was written, so there is no failure to report.
    long _ = kernel.call(numbers.closeFile(), descriptor, 0, 0, 0, 0);
  }
}
