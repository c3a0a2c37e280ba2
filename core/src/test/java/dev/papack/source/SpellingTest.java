package dev.papack.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names collide, held against what the file systems that fold names make of them. */
final class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "hero.png, HERO.PNG",
    "stra\u00dfe, STRASSE",
    "stra\u00dfe, stra\u1e9ee",
    "\ufb01re, fire",
    "\ufb01re, FIRE",
    "I, \u0131",
    "i, \u0130",
    "\u212aelvin, kelvin",
    "\u212bngstrom, \u00e5ngstrom",
    "caf\u00e9, cafe\u0301",
    "CAF\u00c9, cafe\u0301",
    "\u017fun, sun",
    "\u03bf\u03b4\u03cc\u03c2, \u039f\u0394\u038c\u03a3",
    "\u03bf\u03b4\u03cc\u03c3, \u03bf\u03b4\u03cc\u03c2",
    "\u1fb3, \u03b1\u03b9",
    "\u1fc3\u0301, \u03b7\u03b9\u0301",
    "\u01c6, \u01c5",
    "\uab70, \u13a0",
    "\u2764\ufe0f, \u2764",
    "so\u00adft, soft",
    "\uff21.png, a.png"
  })
  void namesThatSomePlatformTakesForOneCollide(String one, String other) {
    assertThat(Spelling.folded(one)).isEqualTo(Spelling.folded(other));
  }

  @ParameterizedTest
  @CsvSource({
    "hero.png, her0.png",
    "cafe, caf\u00e9",
    "\u00e4, \u00e5",
    "\u3042, \u3044",
    "\u0438, \u0439",
    "\u03b9, \u03af",
    "a b, ab",
    "l, 1"
  })
  void namesThatEveryPlatformTellsApartDoNot(String one, String other) {
    assertThat(Spelling.folded(one)).isNotEqualTo(Spelling.folded(other));
  }

  /** What the platform knows of one character: its cases and its forms are one name. */
  @Test
  void everyCaseAndFormOfEveryCharacterCollides() {
    List<String> apart = new ArrayList<>();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int type = Character.getType(codePoint);
      if (type == Character.SURROGATE
          || type == Character.UNASSIGNED
          || type == Character.PRIVATE_USE) {
        continue;
      }
      String text = Character.toString(codePoint);
      String folded = Spelling.folded(text);
      Stream.of(
              folded,
              text.toUpperCase(Locale.ROOT),
              text.toLowerCase(Locale.ROOT),
              Character.toString(Character.toTitleCase(codePoint)),
              Character.toString(Character.toUpperCase(codePoint)),
              Character.toString(Character.toLowerCase(codePoint)),
              Normalizer.normalize(text, Normalizer.Form.NFC),
              Normalizer.normalize(text, Normalizer.Form.NFD),
              Normalizer.normalize(text, Normalizer.Form.NFKD))
          .filter(form -> !form.equals(text))
          .filter(form -> !Spelling.folded(form).equals(folded))
          .forEach(form -> apart.add(text + " " + form));
    }
    assertThat(apart).isEmpty();
  }

  /** What the platform does not know: the letters that one character folds to. */
  @Test
  void everyFullFoldingCollidesAlsoAmongOtherLettersAndMarks() throws IOException {
    List<String> apart = new ArrayList<>();
    List<String> foldings = foldings();
    for (String line : foldings) {
      String[] words = line.split(" ", 2);
      String character = text(words[0]);
      String folded = text(words[1]);
      for (String before : List.of("", "a", "\u03b1")) {
        for (String after : List.of("", "a", "\u0301", "\u03b1\u0345")) {
          if (!Spelling.folded(before + character + after)
              .equals(Spelling.folded(before + folded + after))) {
            apart.add(line);
          }
        }
      }
    }
    assertThat(apart).isEmpty();
    assertThat(foldings).hasSize(104);
  }

  /** The control: upper and lower case alone, which is what the platform offers, misses some. */
  @Test
  void caseOfThePlatformAloneMissesFoldings() throws IOException {
    assertThat(foldings())
        .anySatisfy(line -> {
          String[] words = line.split(" ", 2);
          assertThat(simple(text(words[0]))).isNotEqualTo(simple(text(words[1])));
        });
  }

  private static String simple(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static List<String> foldings() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    SpellingTest.class.getResourceAsStream("full-case-folding.txt")),
                UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static String text(String codePoints) {
    StringBuilder text = new StringBuilder();
    for (String codePoint : codePoints.split(" ", -1)) {
      text.appendCodePoint(Integer.parseInt(codePoint, 16));
    }
    return text.toString();
  }
}
