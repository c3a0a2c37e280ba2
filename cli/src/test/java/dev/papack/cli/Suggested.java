package dev.papack.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** What a shell suggests for the value of an option, or for an argument. */
sealed interface Suggested {
  /** Some of these words. */
  record Words(List<String> words) implements Suggested {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** A folder. */
  record Folder() implements Suggested {}

  /** A file or a folder. */
  record File() implements Suggested {}

  /** Nothing: names, numbers and settings are the user's own. */
  record Nothing() implements Suggested {}

  /** What fits, told by the candidates that the command declares, or by the label of its help. */
  static Suggested of(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      List<String> words = new ArrayList<>();
      argument.completionCandidates().forEach(words::add);
      return new Words(words);
    }
    return switch (argument.paramLabel()) {
      case "DIR", "WORKSPACE" -> new Folder();
      case "FILE", "FORMAT=FILE", "PATH", "PACK", "OLD.pa", "FROM", "TO", "MERGED" -> new File();
      case "BASE", "OURS", "THEIRS", "OLD", "NEW" -> new File();
      default -> new Nothing();
    };
  }
}
