package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.papack.container.PackFault.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of the greatest length that are made to cost memory; the test's heap is 1 GiB. */
final class HeaderCostTest {
  private static byte[] longest(String start, String repeated, String end) {
    byte[] json = new byte[Math.toIntExact(PackLimits.MAX_HEADER_BYTES)];
    byte[] pattern = repeated.getBytes(StandardCharsets.US_ASCII);
    int patternEnd = start.length();
    int room = json.length - start.length() - end.length();
    for (int count = room / pattern.length; count > 0; count--) {
      System.arraycopy(pattern, 0, json, patternEnd, pattern.length);
      patternEnd += pattern.length;
    }
    System.arraycopy(start.getBytes(StandardCharsets.US_ASCII), 0, json, 0, start.length());
    System.arraycopy(end.getBytes(StandardCharsets.US_ASCII), 0, json, patternEnd, end.length());
    return Arrays.copyOf(json, patternEnd + end.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '\'',
      value = {
        "{\"a\":[ 0, 0]} STRUCTURE",
        "{\"a\":[ {}, {}]} STRUCTURE",
        "{\"a\":\" a \"} STRUCTURE",
        "{\" a \":0} STRUCTURE",
        "[ [],[[]], []] STRUCTURE",
        "{\"asset_table\":[],\"preload\":[ {\"asset_id\":1,\"bank_type\":\"TILES\",\"slot\":0},"
            + " {\"asset_id\":1,\"bank_type\":\"TILES\",\"slot\":0}]} MEANING",
      })
  void costNoTree(String start, String repeated, String end, Stage stage) {
    byte[] json = longest(start, repeated, end);

    PackException refusal =
        catchThrowableOfType(
            PackException.class, () -> HeaderJson.parse(json, 0, SupportedFormats.CURRENT));
    assertThat(refusal.fault().stage()).isEqualTo(stage);
    assertThat(refusal.fault().message()).hasSizeLessThan(200);
    assertThat(refusal.fault().found().orElse("")).hasSizeLessThan(100);
  }
}
