package dev.papack.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "hero.png",
        "Hero One.png",
        ".git",
        "a..b",
        "caf\u00e9.png",
        "\u6771\u4eac.wav",
        "con1",
        "com",
        "com10",
        "lpt",
        "auxiliary.png",
        "nulls",
        "console.txt",
        "hero.con",
        "#1.png",
        "a'b",
        "100%.png",
        "\ud83d\ude00.png",
        "\u2764.png"
      })
  void ordinaryNamesAreNames(String text) {
    assertThat(FileName.faultOf(text)).isEmpty();
    assertThat(new FileName(text).text()).isEqualTo(text);
  }

  static Stream<String> devices() {
    List<String> names = new ArrayList<>(List.of("con", "prn", "aux", "nul", "conin$", "conout$"));
    for (String port : List.of("com", "lpt")) {
      for (char digit : "0123456789\u00b9\u00b2\u00b3".toCharArray()) {
        names.add(port + digit);
      }
    }
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("devices")
  void aDeviceIsNoNameInAnyCaseAndWithAnyExtension(String device) {
    String mixed = Character.toUpperCase(device.charAt(0)) + device.substring(1);
    for (String text :
        List.of(
            device,
            mixed,
            mixed + ".png",
            device + ".tar.gz",
            device + " .png",
            device + ".asset.json")) {
      assertThat(FileName.faultOf(text)).as(text).contains("is reserved for a device on Windows");
    }
    assertThat(FileName.faultOf(device + "x")).isEmpty();
    assertThat(FileName.faultOf("x" + device)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
        0x061C
      })
  void aBidirectionalControlIsRefused(int codePoint) {
    assertThat(faultOfNameWith(codePoint)).contains("invisible character");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200C, 0x200D, 0x2028,
        0x2029, 0x2060, 0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xE0001, 0xE0041, 0x180B, 0xFE00, 0xFE0F,
        0xE0100, 0xE01EF
      })
  void anInvisibleCharacterIsRefused(int codePoint) {
    assertThat(faultOfNameWith(codePoint))
        .contains("invisible character")
        .contains(String.format(Locale.ROOT, "U+%04X", codePoint));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
  void aControlCharacterIsRefused(int codePoint) {
    assertThat(faultOfNameWith(codePoint)).contains("control character");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xD800, 0xDFFF, 0xE000, 0xFFFE, 0x10FFFF, 0x0378})
  void whatIsNoCharacterIsRefused(int codePoint) {
    assertThat(faultOfNameWith(codePoint)).contains("which is not a standard character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "\\", "<", ">", ":", "\"", "|", "?", "*"})
  void whatSomePlatformCannotHaveInANameIsRefused(String character) {
    assertThat(faultOfNameWith(character.codePointAt(0))).contains("contains " + character);
  }

  private static String faultOfNameWith(int codePoint) {
    return FileName.faultOf("a" + Character.toString(codePoint) + "b").orElse("no fault");
  }

  @ParameterizedTest
  @CsvSource({"hero., dot", "'hero ', space", "..., dot", "' ', space"})
  void whatWindowsDropsAtTheEndIsRefused(String text, String reason) {
    assertThat(FileName.faultOf(text).orElse("no fault")).startsWith("ends in").contains(reason);
  }

  @Test
  void anEmptyNameAndStepsAreNoNames() {
    assertThat(FileName.faultOf("")).contains("is empty");
    assertThat(FileName.faultOf(".").orElseThrow()).contains("not allowed as a name");
    assertThat(FileName.faultOf("..").orElseThrow()).contains("not allowed as a name");
  }

  @Test
  void theLimitIsInBytesOfUtf8AndInclusive() {
    assertThat(FileName.faultOf("a".repeat(200))).isEmpty();
    assertThat(FileName.faultOf("a".repeat(201)))
        .contains("has 201 bytes; at most 200 are allowed");
    assertThat(FileName.faultOf("\u00e4".repeat(100))).isEmpty();
    assertThat(FileName.faultOf("\u00e4".repeat(100) + "a"))
        .contains("has 201 bytes; at most 200 are allowed");
    assertThat(FileName.faultOf("\ud83d\ude00".repeat(50))).isEmpty();
    assertThat(FileName.faultOf("\ud83d\ude00".repeat(51))).isPresent();
  }

  @Test
  void aNameThatIsAtFaultCannotBeMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FileName("nul.png"));
  }

  @Test
  void aFaultNeverRepeatsTheHostileCharacter() {
    assertThat(FileName.faultOf("a\u202eb").orElseThrow()).isPrintable().contains("U+202E");
    assertThat(FileName.faultOf("a\u001bb").orElseThrow()).isPrintable().contains("U+001B");
  }

  @Test
  void aNameThatBeginsWithADotIsHidden() {
    assertThat(new FileName(".git").isHidden()).isTrue();
    assertThat(new FileName("git").isHidden()).isFalse();
  }
}
