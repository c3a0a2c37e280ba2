package dev.papack.campaign;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of a test, run in a Java of its own on the test's class path. */
public final class JavaProcess {
  private JavaProcess() {}

  /**
   * What came of it.
   *
   * @param status the exit status
   * @param output standard output and standard error, as they came
   */
  public record Ended(int status, String output) {
    /** The output, of a program that went well. */
    public String expectDone() {
      if (status != 0) {
        throw new AssertionError("exit " + status + ": " + output);
      }
      return output;
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param options of the virtual machine, such as {@code -Xmx24m}
   * @param main has the method {@code main}
   */
  public static Ended run(List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home", ""), "bin", "java").toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /** Modules are read as ordinary jars: a test sees what a module does not export. */
  private static String classPath() {
    return System.getProperty("java.class.path", "")
        + File.pathSeparator
        + System.getProperty("jdk.module.path", "");
  }
}
