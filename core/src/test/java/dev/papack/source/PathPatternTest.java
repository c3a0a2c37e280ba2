package dev.papack.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.RelativePath;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PathPatternTest {
  private static boolean covers(String pattern, String path) {
    return PathPattern.of(pattern).covers(RelativePath.of(path).names());
  }

  @Test
  void aLiteralCoversItselfAndAllInIt() {
    assertThat(covers("raw", "raw")).isTrue();
    assertThat(covers("raw", "raw/hero.psd")).isTrue();
    assertThat(covers("raw", "raws/hero.psd")).isFalse();
    assertThat(covers("raw", "art/raw")).isFalse();
    assertThat(covers("raw/hero.psd", "raw")).isFalse();
  }

  @Test
  void aStarStaysWithinAName() {
    assertThat(covers("*.psd", "hero.psd")).isTrue();
    assertThat(covers("*.psd", "raw/hero.psd")).isFalse();
    assertThat(covers("sfx/*", "sfx/a/b.wav")).isTrue();
    assertThat(covers("a*b*c", "abc")).isTrue();
    assertThat(covers("a*b*c", "acbc")).isTrue();
    assertThat(covers("a*b", "a")).isFalse();
    assertThat(covers("ab*ba", "aba")).isFalse();
    assertThat(covers("*aa*", "a")).isFalse();
  }

  @Test
  void twoStarsAreAnyNumberOfNames() {
    assertThat(covers("**", "a")).isTrue();
    assertThat(covers("**/*.psd", "hero.psd")).isTrue();
    assertThat(covers("**/*.psd", "a/b/hero.psd")).isTrue();
    assertThat(covers("a/**/b", "a/b")).isTrue();
    assertThat(covers("a/**/b", "a/x/y/b/z")).isTrue();
    assertThat(covers("a/**", "a")).isTrue();
    assertThat(covers("a/**/b", "b")).isFalse();
  }

  @Test
  void whatIsNoPatternSaysWhy() {
    assertThat(PathPattern.faultOf("")).hasValue("is empty");
    assertThat(PathPattern.faultOf("/a")).isPresent();
    assertThat(PathPattern.faultOf("a/")).isPresent();
    assertThat(PathPattern.faultOf("a//b")).isPresent();
    assertThat(PathPattern.faultOf("../a")).isPresent();
    assertThat(PathPattern.faultOf("a\\b")).isPresent();
    assertThat(PathPattern.faultOf("a?")).isPresent();
    assertThat(PathPattern.faultOf("a**")).isPresent();
    assertThat(PathPattern.faultOf("***")).isPresent();
    assertThat(PathPattern.faultOf("a/".repeat(127) + "ab")).isEmpty();
    assertThat(PathPattern.faultOf("a/".repeat(127) + "abc")).isPresent();
  }

  /** Against what each name may be, tried out. */
  @Test
  void randomPatternsCoverWhatTheyStandFor() {
    Random random = new Random(13);
    int covered = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = joined(random, new String[] {"a", "b", "ab", "*", "a*", "*b", "a*b", "**"});
      String path = joined(random, new String[] {"a", "b", "ab", "ba", "aab"});
      boolean expected = isStoodFor(List.of(pattern.split("/")), List.of(path.split("/")));
      assertThat(covers(pattern, path)).as(pattern + " and " + path).isEqualTo(expected);
      covered += expected ? 1 : 0;
    }
    assertThat(covered).isGreaterThan(1_000);
  }

  private static String joined(Random random, String[] words) {
    StringBuilder text = new StringBuilder(words[random.nextInt(words.length)]);
    for (int more = random.nextInt(4); more > 0; more--) {
      text.append('/').append(words[random.nextInt(words.length)]);
    }
    return text.toString();
  }

  private static boolean isStoodFor(List<String> pattern, List<String> names) {
    return IntStream.rangeClosed(1, names.size())
        .anyMatch(count -> stands(pattern, names.subList(0, count)));
  }

  private static boolean stands(List<String> pattern, List<String> names) {
    if (pattern.isEmpty()) {
      return names.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.getFirst().equals("**")) {
      return stands(rest, names)
          || (!names.isEmpty() && stands(pattern, names.subList(1, names.size())));
    }
    return !names.isEmpty()
        && names.getFirst().matches(pattern.getFirst().replace("*", ".*"))
        && stands(rest, names.subList(1, names.size()));
  }
}
