package dev.papack.cli;

import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Everything that the command line takes from its process, so that a test can put something else in
 * its place.
 *
 * @param in standard input; read only by a command that was told to
 * @param out standard output
 * @param err standard error
 * @param environment the process's variables
 * @param folder what relative paths are relative to; empty for the process's own
 * @param isCancelled whether the user called the command off
 * @param sandbox confines the process before a command runs
 * @param release which papack this is, read where it is asked for
 * @param nanoClock counts nanoseconds, for progress only
 */
record Surroundings(
    InputStream in,
    Destination out,
    Destination err,
    Map<String, String> environment,
    Path folder,
    BooleanSupplier isCancelled,
    Sandbox sandbox,
    Supplier<Release> release,
    LongSupplier nanoClock) {
  private static final int DEFAULT_WIDTH_CELLS = 80;

  /** Copies the map. */
  Surroundings {
    environment = Map.copyOf(environment);
  }

  /** How wide the terminal is, as the shell says it. */
  int widthCells() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH_CELLS;
  }
}
