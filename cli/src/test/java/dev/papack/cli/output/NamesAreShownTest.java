package dev.papack.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.FileName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names that are refused for what cannot be seen, and how they are shown. */
class NamesAreShownTest {
  @Test
  void everyCharacterThatANameIsRefusedForIsEscapedWhereItIsShown() {
    List<String> shown = new ArrayList<>();
    int refused = 0;
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      Optional<String> fault = FileName.faultOf("a" + Character.toString(codePoint) + "b");
      boolean isSeen = "/\\<>:\"|?*".indexOf(codePoint) >= 0 || codePoint == 0xFFFD;
      if (fault.isPresent() && !isSeen) {
        refused++;
        if (Printable.isPrintable(codePoint)) {
          shown.add(Integer.toHexString(codePoint));
        }
      }
    }
    assertThat(shown).isEmpty();
    assertThat(refused).isGreaterThan(100_000);
    assertThat(Printable.isPrintable('a')).as("the control").isTrue();
  }
}
