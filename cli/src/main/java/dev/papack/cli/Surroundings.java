package dev.papack.cli;

import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Everything that the command line takes from its process, so that a test can put something else in
 * its place.
 *
 * @param out standard output
 * @param err standard error
 * @param environment the process's variables
 * @param folder what relative paths are relative to; empty for the process's own
 * @param isCancelled whether the user called the command off
 * @param sandbox confines the process before a command runs
 * @param nanoClock counts nanoseconds, for progress only
 */
record Surroundings(
    Destination out,
    Destination err,
    Map<String, String> environment,
    Path folder,
    BooleanSupplier isCancelled,
    Sandbox sandbox,
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
