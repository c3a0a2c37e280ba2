package dev.papack.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentUriTest {
  @ParameterizedTest
  @CsvSource({
    "file:///a/b.json, /a/b.json",
    "file://localhost/a, /a",
    "file:/a/b.json, /a/b.json",
    "FILE://LocalHost/a, /a",
    "file:///a%20b/%C3%A9%25, /a b/\u00e9%",
    "file:///a%3Ab+c, /a:b+c",
  })
  void aUriNamesAPath(String uri, String path) {
    assertThat(DocumentUri.path(uri)).contains(Path.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "http://a/b",
        "untitled:Untitled-1",
        "file://server/a",
        "file:a",
        "files:/a",
        "file:///%",
        "file:///%4",
        "file:///%zz",
        "file:///a%00b"
      })
  void whatNamesNoFileHereNamesNone(String uri) {
    assertThat(DocumentUri.path(uri)).isEmpty();
  }

  @Test
  void aPathBecomesTheUriThatNamesIt() {
    Path path = Path.of("/a b/\u00e9%#?[x]/c-d_e.f~g");
    assertThat(DocumentUri.of(path)).isEqualTo("file:///a%20b/%C3%A9%25%23%3F%5Bx%5D/c-d_e.f~g");
    assertThat(DocumentUri.path(DocumentUri.of(path))).contains(path);
  }
}
