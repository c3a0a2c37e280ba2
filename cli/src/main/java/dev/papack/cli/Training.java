package dev.papack.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs what authors run most, for Java to record which classes that takes and which methods are
 * called often: {@code scripts/build-app.sh} makes the caches of the start from it. Nothing else
 * starts it.
 */
final class Training {
  /**
   * Those that write come first: one that writes nothing has the kernel refuse it from then on. A
   * build is repeated, so that what it calls often is known to be called often.
   */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("add", "assets"),
          List.of("build"),
          List.of("build"),
          List.of("list"),
          List.of("check"),
          List.of("plan"),
          List.of("verify"),
          List.of("inspect"),
          List.of("doctor"));

  /** Those that open no workspace. They have a cache of their own: a small one is loaded sooner. */
  private static final List<List<String>> SHORT_COMMANDS =
      List.of(
          List.of("versions"),
          List.of("limits"),
          List.of("build", "--help"),
          List.of("--help"),
          List.of("--version"));

  private Training() {}

  /**
   * Runs them all.
   *
   * @param arguments the folder of a workspace, which is changed; nothing for the short commands
   */
  public static void main(String[] arguments) {
    Interruption interruption = new Interruption();
    interruption.install();
    Surroundings surroundings = StandardStreams.surroundings(interruption);
    int status = 0;
    for (List<String> command : arguments.length == 0 ? SHORT_COMMANDS : COMMANDS) {
      Stream<String> folder = Arrays.stream(arguments).flatMap(name -> Stream.of("-C", name));
      String[] words = Stream.concat(folder, command.stream()).toArray(String[]::new);
      status = Math.max(status, new Papack(surroundings).run(words));
    }
    interruption.end();
    if (status != 0) {
      System.exit(status);
    }
  }
}
