package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The guide for CI, read as what it tells people to run.
 *
 * @param blocks fenced code, in order
 * @param prose everything else
 */
record CiPage(List<Block> blocks, String prose) {
  private static final Pattern BLOCK = Pattern.compile("(?sm)^```(\\w*)\n(.*?)^```\n");
  private static final Pattern COMMAND = Pattern.compile("`(papack [^`]+)`");

  /** Copies the list. */
  CiPage {
    blocks = List.copyOf(blocks);
  }

  /** Fenced code with its language. */
  record Block(String language, String text) {}

  static CiPage read() throws IOException {
    String text =
        Files.readString(Path.of(System.getProperty("papack.home")).resolve("docs/guide/ci.md"));
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      blocks.add(new Block(block.group(1), block.group(2)));
    }
    CiPage page = new CiPage(blocks, BLOCK.matcher(text).replaceAll(""));
    assertThat(page.prose()).as("a fence that is not closed").doesNotContain("```");
    return page;
  }

  List<String> of(String language) {
    return blocks.stream()
        .filter(block -> block.language().equals(language))
        .map(Block::text)
        .toList();
  }

  /** Whole commands between words. */
  List<String> commandsInProse() {
    return COMMAND.matcher(prose).results().map(found -> found.group(1)).toList();
  }
}
