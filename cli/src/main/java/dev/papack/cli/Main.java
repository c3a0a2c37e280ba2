package dev.papack.cli;

/** The entry point, and the only place that ends the process. */
public final class Main {
  private Main() {}

  /**
   * Runs papack and ends the process with its exit status.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    Interruption interruption = new Interruption();
    interruption.install();
    int status;
    try {
      status = new Papack(StandardStreams.surroundings(interruption)).run(arguments);
    } catch (OutOfMemoryError tooSmall) {
      status = ExitStatus.ENVIRONMENT.code();
      StandardStreams.sayOutOfMemory();
    } finally {
      // Whatever was thrown: nobody waits for a command that is done for.
      interruption.end();
    }
    if (status != 0) {
      System.exit(status);
    }
  }
}
