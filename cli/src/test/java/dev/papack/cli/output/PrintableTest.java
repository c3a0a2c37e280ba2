package dev.papack.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, '\n', '\t', 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x34F, 0x61C, 0x200B, 0x200E, 0x2028,
        0x2029, 0x202E, 0x2066, 0x3164, 0xD800, 0xE000, 0xFE0F, 0xFEFF, 0xFFFF, 0xE0041, 0x10FFFF
      })
  void whatSteersOrHidesIsEscaped(int codePoint) {
    assertThat(Printable.escape("a" + Character.toString(codePoint) + "b"))
        .isEqualTo("a\\u{" + String.format("%04X", codePoint) + "}b");
  }

  @Test
  void lettersOfAllScriptsStayAsTheyAre() {
    String text = "h\u00e9ro \u753b\u50cf \u05d0 \ud83d\ude00 ~!";
    assertThat(Printable.escape(text)).isEqualTo(text);
  }

  @Test
  void escapingTwiceChangesNothingMore() {
    String once = Printable.escape("a\u0000b");
    assertThat(Printable.escape(once)).isEqualTo(once);
  }

  @Test
  void cellsCountWideAndCombiningCharacters() {
    assertThat(Printable.cells("ab")).isEqualTo(2);
    assertThat(Printable.cells("\u753b")).isEqualTo(2);
    assertThat(Printable.cells("e\u0301")).isEqualTo(1);
  }

  @Test
  void amountsHaveUnits() {
    assertThat(Amount.bytes(1_023)).isEqualTo("1023 B");
    assertThat(Amount.bytes(1_024)).isEqualTo("1.0 KiB");
    assertThat(Amount.bytes(64L << 30)).isEqualTo("64.0 GiB");
    assertThat(Amount.share(1, 8)).isEqualTo("12.5 %");
    assertThat(Amount.share(0, 0)).isEqualTo("0.0 %");
    assertThat(Amount.counted(1, "error")).isEqualTo("1 error");
  }
}
