package dev.papack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * The program as an author starts it: the {@code papack} script of this checkout, beside the
 * classes that are under test, in processes of its own.
 */
final class RealPapack {
  static final Path HOME = Path.of(System.getProperty("papack.home")).toAbsolutePath();
  static final Path JAVA = Path.of(System.getProperty("java.home")).resolve("bin/java");

  /** For runs that are over before the better of Java's two compilers pays. */
  static final List<String> QUICK_TO_START = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path installation;

  private RealPapack(Path installation) {
    this.installation = installation;
  }

  /** A process that came to its end. */
  record Ended(int status, String out, String err) {}

  /**
   * Puts the script where it takes the tested classes for its own build.
   *
   * @param folder an empty one
   */
  static RealPapack install(Path folder) throws IOException {
    Path lib = Files.createDirectories(folder.resolve("cli/target/app/lib"));
    for (String module : List.of("container", "core", "report", "lsp", "cli")) {
      pack(HOME.resolve(module).resolve("target/classes"), lib.resolve(module + ".jar"));
    }
    for (Path jar : libraries()) {
      Files.copy(jar, lib.resolve(jar.getFileName()));
    }
    Path stamp = Files.createFile(folder.resolve("cli/target/app/built"));
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
    Files.createDirectories(folder.resolve("scripts"));
    for (String script : List.of("find-jdk.sh", "build-app.sh", "launch.sh")) {
      Files.copy(
          HOME.resolve("scripts").resolve(script), folder.resolve("scripts").resolve(script));
    }
    Files.copy(HOME.resolve("papack"), folder.resolve("papack"));
    Files.setPosixFilePermissions(
        folder.resolve("papack"), PosixFilePermissions.fromString("rwxr-xr-x"));
    return new RealPapack(folder);
  }

  /** A module as a folder would have to be one itself, and not a link to it. */
  private static void pack(Path classes, Path target) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target));
        Stream<Path> files = Files.walk(classes)) {
      jar.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, jar);
      }
    }
  }

  /** The libraries that are shipped, from the path that this test runs with. */
  static List<Path> libraries() {
    return Stream.of("java.class.path", "jdk.module.path")
        .flatMap(name -> Arrays.stream(System.getProperty(name, "").split(File.pathSeparator, -1)))
        .filter(entry -> entry.matches(".*/(jackson-core|picocli)-[0-9.]+\\.jar"))
        .distinct()
        .map(Path::of)
        .toList();
  }

  /** Runs the script. */
  Ended run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script()));
    command.addAll(List.of(arguments));
    return process(folder, environment, command);
  }

  String script() {
    return installation.resolve("papack").toString();
  }

  /** The same program without its script, with options of Java's own; quick to start. */
  List<String> withoutScript(List<String> options) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString()));
    command.addAll(QUICK_TO_START);
    command.addAll(options);
    command.addAll(
        List.of(
            "--enable-native-access=dev.papack.cli",
            "--module-path",
            installation.resolve("cli/target/app/lib").toString(),
            "--module",
            "dev.papack.cli/dev.papack.cli.Main"));
    return command;
  }

  /** Runs anything, in an environment of its own. */
  static Ended process(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), ""));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Path err = Files.createTempFile("papack", ".err");
    try {
      Process process = builder.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), out, Files.readString(err, UTF_8));
    } finally {
      Files.delete(err);
    }
  }
}
