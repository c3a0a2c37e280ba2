package dev.papack.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process of the fuzzer, which ends by itself at the first find.
 *
 * @param entry the class with the method that the fuzzer calls
 * @param options further options of the Java machine
 * @param seeds folders of inputs to begin with, and files of words
 * @param seconds how long
 * @param folder for what it learns and finds; kept from run to run
 */
record FuzzRun(Class<?> entry, List<String> options, Seeds seeds, int seconds, Path folder) {
  private static final Pattern EXECUTIONS =
      Pattern.compile("stat::number_of_executed_units: +([0-9]+)");

  /** What promises say of memory holds here, too: an input that needs more is a find. */
  private static final String HEAP = "-Xmx512m";

  private static final int LONGEST_INPUT_BYTES = 4096;
  private static final int LONGEST_INPUT_SECONDS = 10;
  private static final int SECONDS_TO_END = 120;

  /**
   * What a run begins with.
   *
   * @param folders of inputs
   * @param dictionaries words that inputs may contain
   */
  record Seeds(List<Path> folders, List<Path> dictionaries) {}

  /**
   * What a run comes to.
   *
   * @param executions how many inputs were tried
   * @param learned how many of them are kept, since each reaches something that others do not
   * @param finds files, each of which breaks a promise
   * @param output of the process
   */
  record Result(long executions, int learned, List<Path> finds, String output) {
    String figures(int seconds) {
      return String.format(
          Locale.ROOT,
          "%,d inputs tried in %d s, %,d kept for what they reach, %d finds",
          executions,
          seconds,
          learned,
          finds.size());
    }
  }

  Result run() throws IOException, InterruptedException {
    Path learned = Files.createDirectories(folder.resolve("learned"));
    Path finds = Files.createDirectories(folder.resolve("finds"));
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command(learned, finds))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(seconds + SECONDS_TO_END, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the fuzzer did not end: see " + log);
    }
    String output = Files.readString(log);
    Matcher executions = EXECUTIONS.matcher(output);
    if (!executions.find()) {
      throw new IOException("the fuzzer did not run: " + output);
    }
    return new Result(
        Long.parseLong(executions.group(1)), files(learned).size(), files(finds), output);
  }

  private List<String> command(Path learned, Path finds) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP,
            "-Dfile.encoding=UTF-8",
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.addAll(
        List.of(
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + entry.getName(),
            "--instrumentation_includes=dev.papack.**:tools.jackson.core.**",
            "--reproducer_path=" + folder,
            "-max_total_time=" + seconds,
            "-timeout=" + LONGEST_INPUT_SECONDS,
            "-max_len=" + LONGEST_INPUT_BYTES,
            "-rss_limit_mb=0",
            "-print_final_stats=1",
            "-artifact_prefix=" + finds + "/"));
    if (!seeds.dictionaries().isEmpty()) {
      command.add("-dict=" + joined(seeds.dictionaries()));
    }
    command.add(learned.toString());
    seeds.folders().forEach(seed -> command.add(seed.toString()));
    return command;
  }

  /** The fuzzer takes one file of words. */
  private Path joined(List<Path> dictionaries) throws IOException {
    StringBuilder words = new StringBuilder();
    for (Path dictionary : dictionaries) {
      words.append(Files.readString(dictionary)).append('\n');
    }
    return Files.writeString(folder.resolve("words.dict"), words);
  }

  /** The files of a folder, by name. */
  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
