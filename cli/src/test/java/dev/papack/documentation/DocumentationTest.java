package dev.papack.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Packer;
import dev.papack.result.FormatVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages lead where they say, rules have one name each, and tables agree with each other. */
final class DocumentationTest {
  private static final Path SPECS = Pages.HOME.resolve("docs/specs");
  private static final Path DECISIONS = Pages.HOME.resolve("docs/decisions");

  @Test
  void everyLinkLeadsToAPageAndAHeadingOfIt() throws IOException {
    List<String> dead = new ArrayList<>();
    int count = 0;
    for (Path page : Pages.all()) {
      for (String link : Pages.links(page)) {
        if (link.contains("://")) {
          continue;
        }
        count++;
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        boolean leads =
            Files.exists(target) && (parts.length == 1 || Pages.anchors(target).contains(parts[1]));
        if (!leads) {
          dead.add(Pages.HOME.relativize(page) + ": " + link);
        }
      }
    }
    assertThat(dead).isEmpty();
    assertThat(count).isGreaterThan(200);
  }

  @Test
  void everyLineButRowsOfTablesAndCodeHasAtMost120Characters() throws IOException {
    List<String> tooLong = new ArrayList<>();
    int count = 0;
    for (Path page : Pages.all()) {
      List<String> lines = Pages.wrappable(Files.readString(page));
      count += lines.size();
      lines.stream()
          .filter(line -> line.codePointCount(0, line.length()) > 120)
          .forEach(line -> tooLong.add(Pages.HOME.relativize(page) + ": " + line));
    }
    assertThat(tooLong).isEmpty();
    assertThat(count).isGreaterThan(2_000);
  }

  @Test
  void rowsOfTablesAndCodeAloneAreLeftAsTheyAre() {
    assertThat(
            Pages.wrappable(
                """
                # heading
                prose
                    goes on

                    code

                    more code
                - item
                    of a list

                | a | b |
                ```json
                {}
                ```
                end
                """))
        .containsExactly("# heading", "prose", "    goes on", "- item", "    of a list", "end");
  }

  @Test
  void everyRuleHasOneName() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String page : pages(SPECS)) {
      for (String rule : Pages.rules("docs/specs/" + page)) {
        assertThat(names.add(rule)).as(rule + " in " + page).isTrue();
      }
    }
    assertThat(names).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assets-pa.md", "documents.md"})
  void theOrderOfReadingNamesEveryRuleOnce(String page) throws IOException {
    String ordered = page.equals("assets-pa.md") ? "reading-packs.md" : page;
    List<String> rows =
        Pages.read("docs/specs/" + ordered)
            .lines()
            .dropWhile(line -> !line.startsWith("| # |"))
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    Set<String> inRows = new TreeSet<>(Pages.named(String.join("\n", rows)));
    Set<String> stated = new TreeSet<>(Pages.rules("docs/specs/" + page));
    // No reader can see it.
    stated.remove("M17");
    assertThat(inRows).isEqualTo(stated);
  }

  @Test
  void everyPageOfAFolderIsListedInItsReadme() throws IOException {
    for (Path folder : List.of(SPECS, DECISIONS)) {
      List<String> listed = Pages.links(folder.resolve("README.md"));
      assertThat(listed)
          .as("pages of %s", folder)
          .filteredOn(link -> !link.contains("/"))
          .containsExactlyInAnyOrderElementsOf(pages(folder));
    }
  }

  @Test
  void everyDecisionSaysWhyAndWhatWasRefused() throws IOException {
    for (String page : pages(DECISIONS)) {
      assertThat(Pages.read("docs/decisions/" + page))
          .as(page)
          .contains("\n**Why.** ", "\n**Refused.** ");
    }
  }

  @Test
  void everySpecificationNamesTheOwnerOfItsRules() throws IOException {
    for (String page : pages(SPECS)) {
      assertThat(Pages.read("docs/specs/" + page))
          .as(page)
          .containsPattern("(packer|runtime)\\s+owns\\s|bind\\s+the\\s+packer");
    }
  }

  @Test
  void theVersionsOfDocumentsAreThoseOfTheCode() throws IOException {
    for (FormatVersions versions : Packer.versions()) {
      if (Set.of("asset", "index").contains(versions.format())) {
        assertThat(Pages.read("docs/specs/documents.md"))
            .contains(
                "| `"
                    + versions.format()
                    + "` | "
                    + versions.oldest()
                    + " | "
                    + versions.current()
                    + " |\n");
      }
    }
  }

  private static List<String> pages(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
          .sorted()
          .toList();
    }
  }
}
