package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptsTest {
  @TempDir Path folder;
  private Path index = Path.of("");

  @BeforeEach
  void makeWorkspace() throws IOException {
    Packer.create().init(folder);
    index = folder.resolve("assets/index.json");
  }

  private Excerpts excerpts() throws IOException {
    return ((Outcome.Accepted<Session>) Packer.create().open(folder)).value().excerpts();
  }

  private static Location at(String path, int line, int column) {
    return Location.of(Artifact.INDEX, path).at(new TextRange(line, column, line, column + 1));
  }

  @Test
  void shortLineIsWhole() throws IOException {
    Files.writeString(index, "{\n  \"a\": 1\n}\n");
    assertThat(excerpts().find(at("assets/index.json", 2, 8)))
        .contains(new Excerpt(2, "  \"a\": 1", 1, 8));
  }

  @Test
  void longLineIsAStretchAroundThePlace() throws IOException {
    Files.writeString(index, "a".repeat(1_000) + "!" + "b".repeat(1_000));
    Excerpt excerpt = excerpts().find(at("assets/index.json", 1, 1_001)).orElseThrow();
    assertThat(excerpt.text()).hasSize(Excerpts.MAX_CHARACTERS);
    assertThat(excerpt.text().charAt(1_001 - excerpt.firstColumn())).isEqualTo('!');
    assertThat(excerpt.isCutBefore()).isTrue();
    assertThat(excerpt.isCutBehind()).isTrue();
  }

  @Test
  void bytesThatAreNoTextAreShownAllTheSame() throws IOException {
    Files.write(index, "{\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(excerpts().find(at("assets/index.json", 1, 2)))
        .contains(new Excerpt(1, "{\ufffd", 1, 2));
  }

  @Test
  void whatIsNotThereIsNotShown() throws IOException {
    Excerpts excerpts = excerpts();
    assertThat(excerpts.find(at("assets/index.json", 99, 1))).isEmpty();
    assertThat(excerpts.find(at("assets/index.json", 1, 99))).isEmpty();
    assertThat(excerpts.find(at("assets/gone.json", 1, 1))).isEmpty();
    assertThat(excerpts.find(Location.of(Artifact.INDEX, "assets/index.json"))).isEmpty();
  }

  @Test
  void nothingOutsideTheWorkspaceIsRead() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.json"), index);
    assertThat(excerpts().find(at("../x", 1, 1))).isEmpty();
    assertThat(excerpts().find(at("/etc/hostname", 1, 1))).isEmpty();
    assertThat(excerpts().find(at("link.json", 1, 1))).isEmpty();
  }
}
