package dev.papack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.AutoComplete;

/**
 * What a shell is given beside the program, made from its grammar: {@code ShellFiles FOLDER DATE}
 * writes the manual pages and the completions of three shells. {@code scripts/dist} runs it; it is
 * no part of papack.
 */
final class ShellFiles {
  private ShellFiles() {}

  /** The files by their names, such as {@code man1/papack.1}. */
  static Map<String, String> of(String version, String date) {
    Map<String, String> files = new LinkedHashMap<>();
    new Manual(version, date).pages().forEach((name, page) -> files.put("man1/" + name, page));
    files.put("papack.bash", AutoComplete.bash("papack", CommandLines.create()));
    files.put("_papack", ZshCompletion.script());
    files.put("papack.fish", FishCompletion.script());
    return files;
  }

  /**
   * Writes them.
   *
   * @param arguments the folder, and the date of the release
   */
  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<String, String> file :
        of(Release.ofThisBuild("", "").version(), arguments[1]).entrySet()) {
      Path path = Path.of(arguments[0], file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
