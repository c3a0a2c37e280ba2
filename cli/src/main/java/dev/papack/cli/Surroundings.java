package dev.papack.cli;

import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Everything that the command line needs from its process, so that a test can replace it.
 *
 * @param in standard input; only read if the command line says so
 * @param out standard output
 * @param err standard error
 * @param environment the process's variables
 * @param folder the base of relative paths; empty for the current folder
 * @param isCancelled whether the user cancelled the command
 * @param sandbox confines the process before a command runs
 * @param release which papack this is, read where it is asked for
 * @param nanoClock counts nanoseconds, for progress only
 * @param time what people's clocks show, for people only
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
    LongSupplier nanoClock,
    Supplier<LocalTime> time) {
  private static final int DEFAULT_WIDTH_CELLS = 80;

  /** Copies the map. */
  Surroundings {
    environment = Map.copyOf(environment);
  }

  /** The width of the terminal, according to the shell. */
  int widthCells() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH_CELLS;
  }
}
