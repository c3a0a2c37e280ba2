package dev.papack.cli;

import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination;
import dev.papack.cli.output.Destination.Kind;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The process's own streams, variables and clock. */
final class StandardStreams {
  private StandardStreams() {}

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
        System::nanoTime);
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
