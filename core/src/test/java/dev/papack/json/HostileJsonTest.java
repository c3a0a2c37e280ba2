package dev.papack.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Stage;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostileJsonTest {
  private static final String DOCUMENT =
      """
      {\r
        "artifact": "asset", "n": [-0, 1.5e+3, true, false, null, {}],
        "s": "\\"\\u00e9\\ud834\\udd1e𝄞é", "o": {"a": {"b": [[]]}}
      }
      """;

  /** Text that counts how often a character of it was looked at. */
  private static final class CountingText implements CharSequence {
    private final String text;
    private int looks;

    CountingText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }
  }

  private record Scanned(int looks, int handedToTheParser) {}

  private static Scanned scan(String text) {
    CountingText counting = new CountingText(text);
    Snapshot snapshot = Snapshot.of("bomb.json", text.getBytes(StandardCharsets.UTF_8));
    if (!(JsonText.decode(snapshot, Artifact.ASSET)
        instanceof Outcome.Accepted<JsonText>(JsonText source, List<Diagnostic> _))) {
      throw new AssertionError("the text was made here and is UTF-8");
    }
    int parsed =
        LexicalScan.firstFault(source, counting)
            .map(LexicalScan.Fault::offset)
            .orElse(text.length());
    return new Scanned(counting.looks, parsed);
  }

  @Test
  void deepNestIsRefusedAtItsThirtyThirdBracket() {
    for (String bracket : List.of("[", "{\"a\":")) {
      Scanned scanned = scan(bracket.repeat(100_000));
      assertThat(scanned.handedToTheParser()).isEqualTo(Limits.JSON_DEPTH * bracket.length());
      assertThat(scanned.looks()).isLessThan(500);
    }
  }

  @Test
  void longNumberIsRefusedAtItsLimitAndNeverParsed() {
    Scanned scanned = scan("[" + "1".repeat(1_000_000));
    assertThat(scanned.handedToTheParser()).isEqualTo(1);
    assertThat(scanned.looks()).isLessThan(2 * Limits.JSON_NUMBER_CHARS);
  }

  @Test
  void longNameAndStringAreRefusedAtTheirLimitsAndNeverParsed() {
    String endless = "\"" + "a".repeat(1_000_000);
    Scanned name = scan("{" + endless);
    assertThat(name.handedToTheParser()).isEqualTo(1);
    assertThat(name.looks()).isLessThan(2 * Limits.JSON_NAME_BYTES);
    Scanned string = scan("[" + endless);
    assertThat(string.handedToTheParser()).isEqualTo(1);
    assertThat(string.looks()).isLessThan(2 * Limits.JSON_STRING_BYTES);
  }

  @Test
  void scanLooksAtEachCharacterAFewTimesAtMost() {
    for (String piece : List.of("[],", "\"\\ud834\\udd1e\",", "12,", "{\"a\":1},", "  ", "\"\",")) {
      String text = piece.repeat(20_000);
      Scanned scanned = scan(text);
      assertThat(scanned.handedToTheParser()).isEqualTo(text.length());
      assertThat(scanned.looks()).isLessThan(4 * text.length());
    }
  }

  @Test
  void bombsAreRefused() {
    for (String bomb :
        List.of(
            "[".repeat(1_000_000),
            "{\"a\":".repeat(100_000),
            "1".repeat(1_000_000),
            "-".repeat(1_000_000),
            "e".repeat(1_000_000),
            "{\"" + "a".repeat(1_000_000),
            "\"" + "\\".repeat(1_000_000),
            "\"" + "\\ud834".repeat(200_000),
            "]".repeat(1_000_000),
            ",".repeat(1_000_000),
            "'".repeat(1_000_000),
            "[" + ",".repeat(1_000_000),
            "1 ".repeat(1_000_000),
            " ".repeat(1_000_000) + "]",
            "[" + "\n".repeat(1_000_000))) {
      assertThat(Parsed.outcome(bomb)).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  @Tag("slow")
  void collidingNamesAreNoMoreWorkThanOthers() {
    // "Aa" and "BB" have one hash code, and so has every text put together of them.
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 1 << 15; i++) {
      text.append(i == 0 ? "\"" : ",\"");
      for (int bit = 0; bit < 15; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":1");
    }
    assertThat(Parsed.tree(text.append('}').toString()))
        .isInstanceOfSatisfying(
            JsonObject.class, object -> assertThat(object.members()).hasSize(1 << 15));
  }

  @Test
  void everyPrefixIsRefusedWithoutEscape() {
    byte[] whole = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    int withoutLineFeed = whole.length - 1;
    for (int length = 0; length <= whole.length; length++) {
      Outcome<JsonNode> outcome = Parsed.outcome(Arrays.copyOf(whole, length));
      assertThat(outcome)
          .as("%d bytes", length)
          .isInstanceOf(length < withoutLineFeed ? Outcome.Refused.class : Outcome.Accepted.class);
    }
  }

  @Test
  @Tag("slow")
  void mutatedDocumentsGiveNothingButOutcomes() {
    long seed = 8_259;
    Random random = new Random(seed);
    byte[] interesting = "{}[]\",:\\u/0-+.eEtn' \n\r\t<#\0".getBytes(StandardCharsets.UTF_8);
    Map<Class<?>, Integer> seen = new HashMap<>();
    for (int round = 0; round < 10_000; round++) {
      byte[] bytes = mutated(random, interesting);
      Outcome<JsonNode> outcome = outcomeOf(bytes, seed, round);
      seen.merge(outcome.getClass(), 1, Integer::sum);
      switch (outcome) {
        case Outcome.Accepted<JsonNode>(JsonNode tree, List<Diagnostic> none) -> {
          assertThat(none).isEmpty();
          assertThat(RandomTrees.withoutRanges(Parsed.tree(StableForm.write(tree))))
              .isEqualTo(RandomTrees.withoutRanges(tree));
        }
        case Outcome.Refused<JsonNode>(List<Diagnostic> faults) ->
            assertThat(faults).allMatch(fault -> isWellPlaced(fault, bytes.length));
      }
    }
    assertThat(seen.values()).hasSize(2).allMatch(count -> count > 100);
  }

  private static Outcome<JsonNode> outcomeOf(byte[] bytes, long seed, int round) {
    try {
      return Parsed.outcome(bytes);
    } catch (RuntimeException escaped) {
      throw new AssertionError(
          "seed " + seed + ", round " + round + ": " + Arrays.toString(bytes), escaped);
    }
  }

  private static boolean isWellPlaced(Diagnostic fault, int length) {
    return fault.code().stage() == Stage.PARSE
        && fault.location().text().orElseThrow().endColumn() <= length + 1
        && fault.message().chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  private static byte[] mutated(Random random, byte[] interesting) {
    List<Byte> bytes = new ArrayList<>();
    for (byte b : DOCUMENT.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(b);
    }
    for (int change = 1 + random.nextInt(3); change > 0; change--) {
      int at = random.nextInt(bytes.size());
      byte other = interesting[random.nextInt(interesting.length)];
      switch (random.nextInt(5)) {
        case 0 -> bytes.set(at, other);
        case 1 -> bytes.add(at, other);
        case 2 -> bytes.remove(at);
        case 3 -> bytes.set(at, (byte) random.nextInt(256));
        default -> bytes.addAll(at, List.copyOf(bytes.subList(0, random.nextInt(at + 1))));
      }
    }
    byte[] mutated = new byte[bytes.size()];
    for (int i = 0; i < mutated.length; i++) {
      mutated[i] = bytes.get(i);
    }
    return mutated;
  }
}
