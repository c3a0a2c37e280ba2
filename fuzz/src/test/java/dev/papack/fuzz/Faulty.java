package dev.papack.fuzz;

/** A reader with a planted defect: behind a magic word it believes a length. */
public final class Faulty {
  private Faulty() {}

  /** Fails for {@code PAK!} when the byte behind it leads out of the input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 4
        && input[0] == 'P'
        && input[1] == 'A'
        && input[2] == 'K'
        && input[3] == '!') {
      Results.require(input[4 + input[4]] != 1, "the last byte of the content is never 1");
    }
  }
}
