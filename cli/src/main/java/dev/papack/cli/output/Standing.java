package dev.papack.cli.output;

import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.RunCommand;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the user is, and so how a command has to be written for it to be pasted there.
 *
 * @param folder the user's current folder, absolute and without links
 * @param workspace the workspace that the diagnostics speak of; empty if none was opened
 * @param workspaceHere the workspace that a command finds from the current folder
 */
public record Standing(
    Path folder, Optional<OpenWorkspace> workspace, Optional<Path> workspaceHere) {
  /** What looks at, or writes, what is published, and so has to be told where that is. */
  private static final Set<Verb> OF_OUTPUT =
      Set.of(
          Verb.ADD,
          Verb.BUILD,
          Verb.CHECK,
          Verb.CLEAR_CACHE,
          Verb.FIX,
          Verb.INSPECT,
          Verb.LIST,
          Verb.RECOVER);

  /**
   * The words of a command.
   *
   * @param command any
   * @return the arguments of {@code papack}, unquoted
   */
  public List<String> words(RunCommand command) {
    List<String> words = new ArrayList<>();
    workspace
        .filter(there -> !isHere())
        .ifPresent(there -> {
          words.add("-C");
          words.add(fromHere(there.folder()));
        });
    words.addAll(words(command.verb()));
    for (Argument argument : command.arguments()) {
      if (command.verb() == Verb.ADD
          && argument instanceof Argument.OfSetting(String member, String value)) {
        words.addAll(List.of(option(member), value));
      } else {
        words.add(word(argument));
      }
    }
    if (OF_OUTPUT.contains(command.verb())) {
      workspace
          .flatMap(OpenWorkspace::output)
          .ifPresent(output -> words.addAll(List.of("--output", output.toString())));
    }
    return words;
  }

  /** What is not declared yet gets its settings from options: one for each member. */
  private static String option(String member) {
    return "--" + member.replace('_', '-');
  }

  /**
   * A line that a POSIX shell runs.
   *
   * @param command any
   * @return {@code papack} with its arguments, quoted
   */
  public String line(RunCommand command) {
    return words(command).stream()
        .map(PosixShell::quote)
        .collect(Collectors.joining(" ", "papack ", ""));
  }

  private boolean isHere() {
    return workspace.isPresent() && workspace.map(OpenWorkspace::folder).equals(workspaceHere);
  }

  /** Short where the folder lies below the user's, and unmistakable where it does not. */
  private String fromHere(Path path) {
    return path.startsWith(folder) ? relative(folder, path) : path.toString();
  }

  private String word(Argument argument) {
    return switch (argument) {
      case Argument.OfPath(WorkspacePath path) -> word(path);
      case Argument.OfNamedPath(String path) -> path.startsWith("-") ? "./" + path : path;
      case Argument.OfName(String name) -> name;
      case Argument.OfId(long id) -> String.valueOf(id);
      case Argument.OfSetting(String member, String value) -> member + "=" + value;
      case Argument.OfChoice(Argument.Choice choice) ->
          switch (choice) {
            case SHOW_ONLY -> "--dry-run";
            case CONFIRM -> "--yes";
            case DISCARD -> "--discard";
          };
    };
  }

  private String word(WorkspacePath path) {
    return isHere()
        ? relative(folder, workspace.map(OpenWorkspace::folder).orElse(folder).resolve(path.text()))
        : path.text();
  }

  /** A name that begins with a hyphen would be taken for an option. */
  private static String relative(Path from, Path to) {
    String text = PathText.of(from.relativize(to));
    return text.isEmpty() ? "." : text.startsWith("-") ? "./" + text : text;
  }

  /**
   * The option that asks for something else.
   *
   * @param change what is to be asked for
   * @return the option, with its value
   */
  public static String option(Fix.RequestChange change) {
    return switch (change) {
      case WAIT -> "--wait SECONDS";
      case OVERWRITE -> "--force";
      case SETTINGS -> "--tile-size, --palettes, --fit and others";
      case BANK -> "--bank";
      case FOLDERS -> "--as-one-asset";
      case NAME -> "--name";
      case OUTPUT -> "--output DIR";
    };
  }

  private static List<String> words(Verb verb) {
    return switch (verb) {
      case ADD -> List.of("add");
      case BUILD -> List.of("build");
      case CHECK -> List.of("check");
      case CLEAR_CACHE -> List.of("cache", "clear");
      case FIX -> List.of("doctor", "--fix");
      case INIT -> List.of("init");
      case INSPECT -> List.of("inspect");
      case LIST -> List.of("list");
      case MIGRATE -> List.of("migrate");
      case RECOVER -> List.of("recover");
      case MERGE_FILE -> List.of("merge", "file");
      case REBUILD_REGISTRY -> List.of("registry", "rebuild");
      case REMOVE -> List.of("remove");
      case SET -> List.of("set");
      case VERSIONS -> List.of("versions");
    };
  }
}
