package dev.papack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an option of Java can slip into any program: leaves a file where it was told to. */
final class HostileAgent {
  private HostileAgent() {}

  /** Called by Java before the program. */
  public static void premain(String file) throws IOException {
    Files.writeString(Path.of(file), "was here\n");
  }
}
