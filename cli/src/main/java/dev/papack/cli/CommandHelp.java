package dev.papack.cli;

import java.util.List;

/**
 * The texts of a command's help.
 *
 * @param summary one sentence without a full stop
 * @param description paragraphs after it
 * @param examples command lines
 * @param statuses its exit statuses, besides those that every command has
 */
record CommandHelp(
    String summary, List<String> description, List<String> examples, List<ExitStatus> statuses) {
  /** Copies the lists. */
  CommandHelp {
    description = List.copyOf(description);
    examples = List.copyOf(examples);
    statuses = List.copyOf(statuses);
  }
}
