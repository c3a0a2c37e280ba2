package dev.papack.json;

import static dev.papack.json.Parsed.show;
import static dev.papack.json.Parsed.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.LineIndex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {
  private static List<String> ranges(JsonNode node) {
    List<String> found = new ArrayList<>();
    collect(node, found);
    return found;
  }

  private static void collect(JsonNode node, List<String> found) {
    found.add(show(node.range()));
    switch (node) {
      case JsonObject object ->
          object
              .members()
              .forEach(member -> {
                found.add("name " + show(member.nameRange()));
                collect(member.value(), found);
              });
      case JsonArray array -> array.elements().forEach(element -> collect(element, found));
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {}
    }
  }

  @Test
  void everyTokenKnowsItsRange() {
    assertThat(ranges(tree(" {\"a\" : [true ,false,null,-1.5e3,\"x\"],\n\"b\":{}}")))
        .containsExactly(
            "1:2-2:8",
            "name 1:3-1:6",
            "1:9-1:38",
            "1:10-1:14",
            "1:16-1:21",
            "1:22-1:26",
            "1:27-1:33",
            "1:34-1:37",
            "name 2:1-2:4",
            "2:5-2:7");
  }

  @Test
  void columnsCountUtf16Units() {
    assertThat(ranges(tree("[\"\uD834\uDD1E\",\"é\",1]")))
        .containsExactly("1:1-1:13", "1:2-1:6", "1:7-1:10", "1:11-1:12");
  }

  @Test
  void escapesCountAsTheyAreWritten() {
    assertThat(ranges(tree("[\"\\\"\\\\\",\"\\u0041\",1]")))
        .containsExactly("1:1-1:20", "1:2-1:8", "1:9-1:17", "1:18-1:19");
  }

  @Test
  void tabIsOneColumn() {
    assertThat(ranges(tree("[\t1]"))).containsExactly("1:1-1:5", "1:3-1:4");
  }

  @Test
  void everyLineBreakOfEditorsEndsALine() {
    assertThat(ranges(tree("[\n1,\r\n2,\r3,\n\r4]")))
        .containsExactly("1:1-6:3", "2:1-2:2", "3:1-3:2", "4:1-4:2", "6:1-6:2");
  }

  @Test
  void lineIndexShowsLinesWithoutTheirBreaks() {
    LineIndex lines = LineIndex.of("a\r\n\tb\n\nc\r");
    assertThat(lines.lineCount()).isEqualTo(5);
    assertThat(List.of(lines.line(1), lines.line(2), lines.line(3), lines.line(4), lines.line(5)))
        .containsExactly("a", "\tb", "", "c", "");
    assertThat(show(lines.range(0, 9))).isEqualTo("1:1-5:1");
    assertThatThrownBy(() -> lines.range(0, 10)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> lines.line(6)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
