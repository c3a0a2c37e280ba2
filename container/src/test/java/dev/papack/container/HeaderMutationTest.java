package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** Headers that chance made. The seed is fixed, and part of every message. */
final class HeaderMutationTest {
  private static final long SEED = 20_250_917;
  private static final int ROUNDS = 10_000;
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "0",
          "1",
          "9007199254740991",
          "9007199254740992",
          "{}",
          "[]",
          "null",
          "-1",
          "\"size\":1",
          "\"z\":0,",
          "\\",
          " ",
          "\u0000",
          "\u00FF");

  @Test
  void mutatedHeadersAreRefusedOrCanonical() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    SamplePacks.Sample sample = SamplePacks.both();
    int refused = 0;
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String json = sample.headerJson();
      for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
        json = mutate(json, random);
      }
      byte[] file = PackForge.of(sample).headerJson(json).build();
      try {
        Header header = PackReader.open(PackBytes.of(file)).header();
        assertThat(PackForge.ascii(HeaderJson.encode(header)))
            .as("seed %d, round %d", SEED, round)
            .isEqualTo(json);
        accepted++;
      } catch (PackException e) {
        refused++;
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + SEED + ", round " + round + ": " + json, e);
      }
    }
    assertThat(refused).isGreaterThan(ROUNDS / 2);
    assertThat(accepted).as("a digit of an id, a letter of a name").isGreaterThan(100);
  }

  private static String mutate(String json, SplittableRandom random) {
    if (json.length() < 4) {
      return json + "[]";
    }
    int from = random.nextInt(json.length());
    int to = Math.min(json.length(), from + random.nextInt(1, 40));
    String part = json.substring(from, to);
    return switch (random.nextInt(7)) {
      case 0 -> json.substring(0, from) + (char) random.nextInt(256) + json.substring(from + 1);
      case 1 -> json.substring(0, from) + json.substring(to);
      case 2 -> json.substring(0, to) + part + json.substring(to);
      case 3 -> json.substring(0, from) + token(random) + json.substring(from);
      case 4 -> json.substring(0, from) + token(random) + json.substring(from + 1);
      case 5 -> json.substring(0, from);
      default -> withOtherDigitOrLetter(json, from, random);
    };
  }

  private static String token(SplittableRandom random) {
    return TOKENS.get(random.nextInt(TOKENS.size()));
  }

  private static String withOtherDigitOrLetter(String json, int from, SplittableRandom random) {
    char old = json.charAt(from);
    char other = old;
    if (old >= '0' && old <= '9') {
      other = (char) ('0' + random.nextInt(10));
    } else if (old >= 'a' && old <= 'z') {
      other = (char) ('a' + random.nextInt(26));
    }
    return json.substring(0, from) + other + json.substring(from + 1);
  }

  @Test
  void writtenHeadersAreCanonicalJsonOfTheRfc() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      String json = PackForge.ascii(HeaderJson.encode(RandomHeaders.next(random)));
      assertThat(new JsonCanonicalizer(json).getEncodedString())
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(json);
    }
  }

  @Test
  void writtenHeadersAreReadBack() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 1_000; round++) {
      Header header = RandomHeaders.next(random);
      Header back =
          HeaderJson.parse(
              HeaderJson.encode(header), header.payloadBytes(), SupportedFormats.CURRENT);
      assertThat(back).as("seed %d, round %d", SEED, round).isEqualTo(header);
    }
  }
}
