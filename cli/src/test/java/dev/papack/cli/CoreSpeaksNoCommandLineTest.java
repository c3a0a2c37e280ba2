package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The library spells no command and no option: editors have none. A fix names a verb and values;
 * the command line writes them.
 */
class CoreSpeaksNoCommandLineTest {
  private static final String TEXT = "\"\"\"(?:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"";
  private static final Pattern LITERAL = Pattern.compile("(?s)" + TEXT);
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile("(?s)" + TEXT + "|/\\*.*?\\*/|//[^\n]*");

  private static final Pattern COMMAND_OR_OPTION =
      Pattern.compile(
          "papack ("
              + String.join("|", CommandLines.create().getSubcommands().keySet())
              + ")\\b|(^|[\\s(\"])--[a-z]");

  private static List<String> spelled(String source) {
    String code =
        LITERAL_OR_COMMENT
            .matcher(source)
            .replaceAll(found ->
                Matcher.quoteReplacement(found.group().startsWith("/") ? "" : found.group()));
    // Neighbours are joined, so that no command hides behind a line break.
    String joined = code.replaceAll("\"\\s*\\+\\s*\"", "");
    return LITERAL
        .matcher(joined)
        .results()
        .map(MatchResult::group)
        .filter(COMMAND_OR_OPTION.asPredicate())
        .toList();
  }

  @Test
  void noLiteralOfTheLibraryIsACommandOrAnOption() throws IOException {
    Path home = Path.of(System.getProperty("papack.home"));
    List<String> found = new ArrayList<>();
    for (String module : List.of("core", "container")) {
      try (Stream<Path> files = Files.walk(home.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          spelled(Files.readString(file))
              .forEach(text -> found.add(file.getFileName() + ": " + text));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aCommandIsNoticedHoweverItIsWritten() {
    assertThat(spelled("x(\"run papack add it\");")).hasSize(1);
    assertThat(spelled("x(\"run papack\"\n  + \" add it\");")).hasSize(1);
    assertThat(spelled("x(\"leave out --bank\");")).hasSize(1);
    assertThat(spelled("/* papack add */ x(\"this papack reads version 1 -- and 2\");")).isEmpty();
  }
}
