package dev.papack.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of documents whose files would be larger than the rest of the kit: J1 and X4. */
final class TooLargeForTheKitTest {
  private static final String ASSET =
      """
      {"artifact": "asset", "schema_version": 2, "name": "a", "sources": ["a.wav"], "bank": "SOUNDS"}
      """;

  private static final String IGNORE =
      "{\"artifact\": \"ignore\", \"schema_version\": 1, \"ignore\": []}";

  @TempDir Path folder;

  @Test
  void declarationHasAtMost16Mib() throws IOException {
    assertThat(codeOf(".asset.json", filled(ASSET, 16 << 20))).isEmpty();
    assertThat(codeOf(".asset.json", filled(ASSET, (16 << 20) + 1))).contains("PA1010");
  }

  @Test
  void indexHasAtMost64Mib() throws IOException {
    assertThat(codeOf(".index.json", filled(index(1), (64 << 20) + 1))).contains("PA1010");
  }

  @Test
  void budgetsHaveAtMost1Mib() throws IOException {
    String budgets = "{\"artifact\": \"budgets\", \"schema_version\": 1, \"budgets\": []}";
    assertThat(codeOf(".budgets.json", filled(budgets, 1 << 20))).isEmpty();
    assertThat(codeOf(".budgets.json", filled(budgets, (1 << 20) + 1))).contains("PA1010");
  }

  @Test
  void ignoreListHasAtMost1Mib() throws IOException {
    assertThat(codeOf(".ignore.json", filled(IGNORE, 1 << 20))).isEmpty();
    assertThat(codeOf(".ignore.json", filled(IGNORE, (1 << 20) + 1))).contains("PA1010");
  }

  @Test
  void indexHasAtMost131072Assets() throws IOException {
    assertThat(codeOf(".index.json", index(131_072))).isEmpty();
    assertThat(codeOf(".index.json", index(131_073))).contains(Refusal.ELEMENT_COUNT.code());
  }

  private static String filled(String document, int lengthBytes) {
    return document + " ".repeat(lengthBytes - document.length());
  }

  private static String index(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(id -> "{\"asset_id\": " + id + ", \"root\": \"a/" + id + "\"}")
        .collect(
            Collectors.joining(
                ",\n",
                "{\"artifact\": \"index\", \"schema_version\": 2, \"assets\": [",
                "], \"retired\": []}\n"));
  }

  private Optional<String> codeOf(String suffix, String document) throws IOException {
    return Judgement.of(suffix, document.getBytes(StandardCharsets.US_ASCII), folder).code();
  }
}
