package dev.papack.cli;

import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination;
import dev.papack.cli.output.Destination.Kind;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The process's own streams, variables and clock. */
final class StandardStreams {
  /** There from the beginning: when it is wanted there is no memory to make it. */
  private static final byte[] OUT_OF_MEMORY =
      "papack: out of memory: give Java more (PAPACK_HEAP=1g)\n"
          .getBytes(StandardCharsets.US_ASCII);

  private StandardStreams() {}

  /** Says so with no more memory than a stream takes. */
  static void sayOutOfMemory() {
    try (FileOutputStream err = new FileOutputStream(FileDescriptor.err)) {
      err.write(OUT_OF_MEMORY);
    } catch (IOException closed) {
      // There is nobody to tell.
    }
  }

  static Surroundings surroundings(BooleanSupplier isCancelled) {
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        new Destination(new FileOutputStream(FileDescriptor.out), kind(1)),
        new Destination(new FileOutputStream(FileDescriptor.err), kind(2)),
        System.getenv(),
        Path.of(""),
        isCancelled,
        Sandbox.ofThisMachine(),
        () ->
            Release.ofThisBuild(
                Runtime.version().toString(), System.getProperty("java.vendor", "unknown")),
        System::nanoTime,
        () -> LocalTime.now(ZoneId.systemDefault()));
  }

  /**
   * Java only knows whether standard input and output are both a terminal. Linux knows it of each
   * descriptor; elsewhere Java's answer counts for both outputs.
   */
  private static Kind kind(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      boolean isTerminal =
          target.startsWith("/dev/pts/")
              || target.startsWith("/dev/tty")
              || target.equals("/dev/console");
      return isTerminal ? Kind.TERMINAL : Kind.FILE;
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
          ? Kind.TERMINAL
          : Kind.FILE;
    }
  }
}
