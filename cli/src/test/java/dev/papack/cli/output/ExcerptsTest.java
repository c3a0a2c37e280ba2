package dev.papack.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.DocumentText;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.TextRange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
  private final Excerpts excerpts = new Excerpts();

  private static DocumentText text(String text) {
    return DocumentText.of(StandardCharsets.UTF_8.encode(text), Optional.empty());
  }

  private static Location at(DocumentText text, int line, int column) {
    return Location.of(Artifact.INDEX, "assets/index.json")
        .in(text)
        .at(new TextRange(line, column, line, column + 1));
  }

  @Test
  void shortLineIsWhole() {
    assertThat(excerpts.find(at(text("{\n  \"a\": 1\n}\n"), 2, 8)))
        .contains(new Excerpt(2, "  \"a\": 1", 1, 8));
  }

  @Test
  void longLineIsAStretchAroundThePlace() {
    DocumentText text = text("a".repeat(1_000) + "!" + "b".repeat(1_000));
    Excerpt excerpt = excerpts.find(at(text, 1, 1_001)).orElseThrow();
    assertThat(excerpt.text()).hasSize(Excerpts.MAX_CHARACTERS);
    assertThat(excerpt.text().charAt(1_001 - excerpt.firstColumn())).isEqualTo('!');
    assertThat(excerpt.isCutBefore()).isTrue();
    assertThat(excerpt.isCutBehind()).isTrue();
  }

  @Test
  void bytesThatAreNoTextAreShownAllTheSame() {
    byte[] latin1 = "{\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    DocumentText text = DocumentText.of(ByteBuffer.wrap(latin1), Optional.empty());
    assertThat(excerpts.find(at(text, 1, 2))).contains(new Excerpt(1, "{\ufffd", 1, 2));
  }

  @Test
  void whatIsNotThereIsNotShown() {
    assertThat(excerpts.find(at(text("{}"), 99, 1))).isEmpty();
    assertThat(excerpts.find(at(text("{}"), 1, 99))).isEmpty();
    assertThat(excerpts.find(Location.of(Artifact.INDEX, "assets/index.json").in(text("{}"))))
        .isEmpty();
    assertThat(
            excerpts.find(
                Location.of(Artifact.INDEX, "assets/index.json").at(new TextRange(1, 1, 1, 2))))
        .isEmpty();
  }

  @Test
  void eachPlaceShowsTheTextThatWasJudged() {
    assertThat(excerpts.find(at(text("older"), 1, 1)).map(Excerpt::text)).contains("older");
    assertThat(excerpts.find(at(text("newer"), 1, 1)).map(Excerpt::text)).contains("newer");
  }
}
