package dev.papack.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Markdown pages of the repository. */
final class Pages {
  static final Path HOME = Path.of(System.getProperty("papack.home"));

  private static final Pattern RULE = Pattern.compile("\\*\\*([A-Z][0-9]+)\\*\\*");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");

  private Pages() {}

  /** Every page that is for readers of the repository. */
  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(HOME)) {
      files.filter(Pages::isPage).forEach(pages::add);
    }
    for (String folder : List.of("docs", "compat", "conformance", "container", "examples")) {
      if (Files.isDirectory(HOME.resolve(folder))) {
        try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
          files
              .filter(Pages::isPage)
              .filter(page -> !page.toString().contains("target"))
              .forEach(pages::add);
        }
      }
    }
    return pages.stream().sorted().toList();
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  static String read(String page) throws IOException {
    return Files.readString(HOME.resolve(page));
  }

  /** The text without code, in which nothing is a link or a heading. */
  static String prose(Path page) throws IOException {
    return Files.readString(page).replaceAll("(?ms)^```.*?^```$", "").replaceAll("`[^`\n]*`", "");
  }

  /**
   * The lines of a page that can be broken where the author likes, empty ones left out. Rows of
   * tables cannot, nor can code: between fences, or indented by four spaces behind an empty line.
   */
  static List<String> wrappable(String page) {
    List<String> lines = new ArrayList<>();
    boolean isFenced = false;
    boolean canBeCode = true;
    for (String line : page.split("\n", -1)) {
      boolean isFence = line.startsWith("```");
      isFenced ^= isFence;
      boolean isCode = isFence || isFenced || (canBeCode && line.startsWith("    "));
      canBeCode = line.isBlank() || isCode;
      if (!isCode && !line.isBlank() && !line.startsWith("|")) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Where a page links to. */
  static List<String> links(Path page) throws IOException {
    return LINK.matcher(prose(page)).results().map(result -> result.group(1)).toList();
  }

  /** The names under which a page's headings can be linked to. */
  static Set<String> anchors(Path page) throws IOException {
    String text = Files.readString(page).replaceAll("(?ms)^```.*?^```$", "");
    return HEADING
        .matcher(text)
        .results()
        .map(result -> anchor(result.group(1)))
        .collect(Collectors.toSet());
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  /** The rules that a page states, in its order. */
  static List<String> rules(String page) throws IOException {
    return RULE.matcher(read(page)).results().map(result -> result.group(1)).toList();
  }

  /** The rules that a text names, ranges such as {@code M1 to M11} spelled out. */
  static List<String> named(String text) {
    return Pattern.compile("\\b([A-Z])([0-9]+)(?: to \\1([0-9]+))?\\b")
        .matcher(text)
        .results()
        .flatMap(Pages::range)
        .toList();
  }

  private static Stream<String> range(MatchResult match) {
    int first = Integer.parseInt(match.group(2));
    int last = match.group(3) == null ? first : Integer.parseInt(match.group(3));
    return Stream.iterate(first, number -> number <= last, number -> number + 1)
        .map(number -> match.group(1) + number);
  }
}
