package dev.papack.fuzz;

/** Where the fuzzer comes in: one process tries one target. */
public final class FuzzEntry {
  /** The system property that names it. */
  static final String PROPERTY = "papack.fuzz.target";

  private static final Target TARGET = Target.valueOf(System.getProperty(PROPERTY, ""));

  private FuzzEntry() {}

  /** The method that the fuzzer calls, by this name. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    TARGET.check(input);
  }
}
