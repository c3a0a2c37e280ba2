package dev.papack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Coloring;
import dev.papack.cli.output.Destination;
import dev.papack.cli.output.TextOutput;
import dev.papack.comparison.Breach;
import dev.papack.comparison.BreakingRule;
import dev.papack.comparison.ComparedPack;
import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Rename;
import dev.papack.container.AssetName;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffMarkdownTest {
  private static String markdown(List<Rename> renamed, List<Breach> breaches) {
    PackComparison comparison =
        new PackComparison(
            pack(1), pack(2), List.of(), List.of(), renamed, List.of(), List.of(), breaches);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TextOutput out = new TextOutput(new Destination(bytes, Destination.Kind.FILE), Coloring.NONE);
    DiffMarkdown.print(comparison, out);
    out.flush();
    return bytes.toString(UTF_8);
  }

  private static ComparedPack pack(long word) {
    return new ComparedPack(new PackId(new Sha256(word, 0, 0, 0)), 1, 2, 3, 4);
  }

  private static Breach removed(int id) {
    return new Breach(
        BreakingRule.ASSET_REMOVED, id, new AssetName("a/" + id), "is no longer in the pack");
  }

  private static Rename renamed(int id) {
    return new Rename(id, new AssetName("old/" + id), new AssetName("a/" + id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"__init__", "_a_/_b_", "www.example.com", "1.2", "a-b-c", "0"})
  void nameIsCodeWhereverItStands(String name) {
    AssetName asset = new AssetName(name);
    Breach taken =
        new Breach(BreakingRule.SLOT_TAKEN, 1, asset, "takes a slot from \"" + name + "\" (id 2)");
    String markdown =
        markdown(List.of(new Rename(1, asset, new AssetName("other"))), List.of(taken));
    assertThat(markdown)
        .contains("- `" + name + "` (id 1) takes a slot from `" + name + "` (id 2)\n")
        .contains("| `other` | was `" + name + "` |\n");
    assertThat(markdown.replace("`" + name + "`", "").replaceAll("`[0-9a-f]{12}`", ""))
        .as("no name outside of code")
        .doesNotContain("__", "www", "a-b-c", "_a_");
  }

  /** What makes a span of code safe without an escape. */
  @ParameterizedTest
  @ValueSource(strings = {"`", "|", "\n", "\"", "<", "*", "[", "\\", "@", " "})
  void nameCannotEndACodeSpanOrACell(String character) {
    assertThat(AssetName.faultOf("a" + character + "b")).isPresent();
  }

  @Test
  void commentStaysShortAndSaysHowManyMore() {
    String markdown =
        markdown(
            IntStream.rangeClosed(1, 1_000).mapToObj(DiffMarkdownTest::renamed).toList(),
            IntStream.rangeClosed(1, 500).mapToObj(DiffMarkdownTest::removed).toList());
    assertThat(markdown)
        .contains("`a/20` (id 20)")
        .doesNotContain("`a/21` (id 21)")
        .contains("- and 480 more reasons\n\n")
        .contains("| 40 |")
        .doesNotContain("| 41 |")
        .contains("\n\nand 960 more changes\n\n");
    assertThat(markdown.length()).isLessThan(5_000);
  }

  @Test
  void listsThatJustFitNeedNoMore() {
    String markdown =
        markdown(
            IntStream.rangeClosed(1, 40).mapToObj(DiffMarkdownTest::renamed).toList(),
            IntStream.rangeClosed(1, 20).mapToObj(DiffMarkdownTest::removed).toList());
    assertThat(markdown).contains("| 40 |").contains("(id 20)").doesNotContain("more");
  }
}
