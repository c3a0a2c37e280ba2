package dev.papack.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Packer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The extension for Visual Studio Code maps the schemas of what authors write, the newest ones. */
class EditorExtensionTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("papack.home", ""), "editors", "vscode");
  private static final Pattern SCHEMA = Pattern.compile("/schemas/([a-z_]+)-([0-9]+)\\.schema");

  @Test
  void everyAuthoredDocumentHasItsNewestSchema() throws Exception {
    SortedMap<String, Integer> mapped = new TreeMap<>();
    Matcher schemas = SCHEMA.matcher(Files.readString(FOLDER.resolve("package.json")));
    while (schemas.find()) {
      mapped.put(schemas.group(1), Integer.valueOf(schemas.group(2)));
    }
    assertThat(mapped.keySet()).containsExactly("asset", "budgets", "ignore", "index");
    assertThat(Packer.schemas()).containsAllEntriesOf(mapped);
  }

  @Test
  void lockFileIsThatOfThePackage() throws Exception {
    String lock = Files.readString(FOLDER.resolve("package-lock.json"));
    assertThat(lock).contains("\"vscode-languageclient\": \"9.0.1\"");
  }
}
