package dev.papack.campaign.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The public API of a module, held against the file that lists it. {@code -Dpapack.api=rewrite}
 * writes the file: then read its difference as someone whose program was compiled against the old
 * one.
 */
public final class CommittedApi {
  private CommittedApi() {}

  /**
   * Compares the file with the API.
   *
   * @param file one line for each type and member
   * @param found the lines of the API as it is
   * @return the lines that only one of the two has, and one more if only their order differs
   */
  public static List<String> differences(Path file, List<String> found) throws IOException {
    if (System.getProperty("papack.api", "").equals("rewrite")) {
      Files.writeString(file, String.join("\n", found) + "\n");
    }
    List<String> committed = Files.readAllLines(file);
    List<String> differences = differences(committed, found);
    return differences.isEmpty() && !committed.equals(found)
        ? List.of("the lines are not in order")
        : differences;
  }

  /** The lines that only one of the two has, each with the type that it belongs to. */
  public static List<String> differences(List<String> committed, List<String> found) {
    List<String> before = qualified(committed);
    List<String> after = qualified(found);
    return Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
        .toList();
  }

  private static List<String> qualified(List<String> lines) {
    List<String> qualified = new ArrayList<>();
    String type = "";
    for (String line : lines) {
      if (line.startsWith("  ")) {
        qualified.add(type + ": " + line.strip());
      } else {
        type = line.replaceFirst(".*?(class|enum|interface|record) ([\\w.]+).*", "$2");
        qualified.add(line);
      }
    }
    return qualified;
  }
}
