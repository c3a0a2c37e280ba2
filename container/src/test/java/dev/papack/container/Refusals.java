package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** What the reader says of bytes that are no pack. */
final class Refusals {
  private Refusals() {}

  /** Opens and verifies; the fault that either ends with. */
  static PackFault refusal(byte[] file) throws IOException {
    return refusal(file, SupportedFormats.CURRENT);
  }

  static PackFault refusal(byte[] file, SupportedFormats formats) throws IOException {
    try {
      PackReader.open(PackBytes.of(file), formats).verify();
    } catch (PackException e) {
      assertThat(e.fault().message()).isNotEmpty();
      return e.fault();
    }
    throw new AssertionError("a file of " + file.length + " bytes was accepted");
  }

  /** What is asked of a pack that is open. */
  @FunctionalInterface
  interface PackAccess {
    void run() throws IOException, PackException;
  }

  static PackFault.Stage stage(PackAccess access) throws IOException {
    try {
      access.run();
    } catch (PackException e) {
      return e.fault().stage();
    }
    throw new AssertionError("accepted");
  }
}
