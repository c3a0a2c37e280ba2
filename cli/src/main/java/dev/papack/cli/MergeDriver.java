package dev.papack.cli;

import java.util.ArrayList;
import java.util.List;

/** How a clone lets git merge with papack. */
final class MergeDriver {
  /**
   * Tells git what the driver is, and that the ancestors of a criss-cross merge are merged as text:
   * what they do not agree on is then no ancestor that anything could be taken from.
   */
  static final List<String> COMMANDS =
      List.of(
          "git config merge.papack.driver \"papack merge file %O %A %B %P\"",
          "git config merge.papack.recursive text");

  /** The file of a clone that outranks {@code .gitattributes}. */
  static final String ATTRIBUTES_FILE = ".git/info/attributes";

  /**
   * Names the driver. Only after it is configured: git merges as text what names a driver that it
   * does not know.
   */
  static final List<String> ATTRIBUTES =
      List.of("asset.json merge=papack", "*.asset.json merge=papack");

  private MergeDriver() {}

  /**
   * What to do in a clone, in the order that matters.
   *
   * @param opening the first line, which says what for
   */
  static List<String> steps(String opening) {
    List<String> lines = new ArrayList<>(List.of(opening));
    COMMANDS.forEach(line -> lines.add("  " + line));
    lines.add("and after that, add these lines to " + ATTRIBUTES_FILE + ":");
    ATTRIBUTES.forEach(line -> lines.add("  " + line));
    return List.copyOf(lines);
  }
}
