package dev.papack.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.WorkspacePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedStretchTest {
  private static String applied(String before, ChangedStretch changed) {
    return LineIndex.of(before)
        .edited(
            List.of(
                new Fix.EditDocument(WorkspacePath.INDEX, changed.range(), changed.replacement())));
  }

  @ParameterizedTest
  @CsvSource({
    "a, b",
    "'', b",
    "a, ''",
    "abc, abbc",
    "aaa, aa",
    "xay, xby",
    "'a\r\nb', 'a\nb'",
    "'a\nb', 'a\r\nb'",
    "\ud83d\ude00, \ud83d\ude01",
    "a\ud83d\ude00b, a\ud83e\ude00b"
  })
  void theStretchMakesTheNewTextOfTheOld(String before, String after) {
    assertThat(applied(before, ChangedStretch.between(before, after).orElseThrow()))
        .isEqualTo(after);
  }

  @Test
  void equalTextsHaveNone() {
    assertThat(ChangedStretch.between("a", "a")).isEmpty();
  }

  @Test
  void onlyWhatDiffersIsReplaced() {
    assertThat(ChangedStretch.between("one two three", "one 2 three").orElseThrow().replacement())
        .isEqualTo("2");
  }

  @Test
  void noCharacterIsTorn() {
    assertThat(ChangedStretch.between("\ud83d\ude00", "\ud83d\ude01").orElseThrow().replacement())
        .isEqualTo("\ud83d\ude01");
  }
}
