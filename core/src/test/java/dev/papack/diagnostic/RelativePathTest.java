package dev.papack.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelativePathTest {
  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "/a, starts with a slash",
    "a//b, empty name",
    "a/, empty name",
    "./a, not allowed in paths",
    "a/../b, not allowed in paths",
    "a/.., not allowed in paths",
    "C:/a, contains :",
    "C:a, contains :",
    "a\\b, contains \\",
    "\\\\server\\a, contains \\",
    "a/nul.png, a device",
    "a./b, ends in a dot"
  })
  void aPathThatCouldMeanSomethingElseIsRefused(String text, String reason) {
    assertThat(RelativePath.faultOf(text).orElse("no fault")).contains(reason);
    assertThatIllegalArgumentException().isThrownBy(() -> RelativePath.of(text));
  }

  @Test
  void theLimitIsInBytesOfUtf8AndInclusive() {
    String longest = "a".repeat(199) + ("/" + "a".repeat(199)).repeat(4) + "/" + "a".repeat(24);
    assertThat(longest).hasSize(1_024);
    assertThat(RelativePath.faultOf(longest)).isEmpty();
    assertThat(RelativePath.of(longest).text()).isEqualTo(longest);
    assertThat(RelativePath.faultOf(longest + "a"))
        .contains("has 1025 bytes; at most 1024 are allowed");
    String wide = longest.substring(0, longest.length() - 2) + "\u00e4";
    assertThat(RelativePath.faultOf(wide)).isEmpty();
    assertThat(RelativePath.faultOf(wide + "a")).isPresent();
  }

  @Test
  void resolvingNeverMakesAPathTooLong() {
    RelativePath folder = RelativePath.of("a".repeat(199) + ("/" + "a".repeat(199)).repeat(4));
    assertThat(folder.resolve(new FileName("a".repeat(24))).text()).hasSize(1_024);
    FileName tooLong = new FileName("a".repeat(25));
    assertThatIllegalArgumentException().isThrownBy(() -> folder.resolve(tooLong));
    assertThatIllegalArgumentException().isThrownBy(() -> folder.resolve(RelativePath.of(tooLong)));
  }

  @Test
  void aPathHasAtLeastOneName() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RelativePath(List.of()));
  }

  @Test
  void aFolderIsJudgedByWholeNames() {
    RelativePath path = RelativePath.of("a/bc/d");
    assertThat(path.startsWith(RelativePath.of("a/bc"))).isTrue();
    assertThat(path.startsWith(path)).isTrue();
    assertThat(path.startsWith(RelativePath.of("a/b"))).isFalse();
    assertThat(path.startsWith(RelativePath.of("a/bc/d/e"))).isFalse();
  }

  @Test
  void aPathKnowsItsNameAndItsFolder() {
    RelativePath path = RelativePath.of("a/b.png");
    assertThat(path.name()).isEqualTo(new FileName("b.png"));
    assertThat(path.parent()).contains(RelativePath.of("a"));
    assertThat(RelativePath.of("a").parent()).isEmpty();
    assertThat(RelativePath.of("a").resolve(RelativePath.of("b.png"))).isEqualTo(path);
  }

  @Test
  void pathsAreOrderedByTheirText() {
    assertThat(List.of("a/b", "a.b", "a", "B", "a-b").stream().map(RelativePath::of).sorted())
        .extracting(RelativePath::text)
        .containsExactly("B", "a", "a-b", "a.b", "a/b");
  }
}
