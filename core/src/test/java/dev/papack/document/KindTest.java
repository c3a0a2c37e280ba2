package dev.papack.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.papack.diagnostic.Artifact;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KindTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "2, 1", "0, 0"})
  void aWindowIsNeverEmpty(int oldest, int current) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SupportWindow(oldest, current));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "2, 3", "3, 4", "9, 10"})
  void aWindowHoldsTheTwoVersionsBeforeTheCurrent(int oldest, int current) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SupportWindow(oldest, current))
        .withMessageContaining(oldest + ".." + current);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, version 1",
    "1, 2, versions 1 to 2",
    "1, 3, versions 1 to 3",
    "2, 4, versions 2 to 4"
  })
  void aWindowIsAPartOfASentence(int oldest, int current, String words) {
    assertThat(new SupportWindow(oldest, current).inWords()).isEqualTo(words);
  }

  @Test
  void aVersionThatLeftTheWindowHasALastReader() {
    SupportWindow window = new SupportWindow(3, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Kind(Artifact.ASSET, window, new TreeMap<>(Map.of(1, "0.1"))))
        .withMessageContaining("asset version 2");
  }

  @Test
  void aReadableVersionHasNoLastReader() {
    SupportWindow window = new SupportWindow(2, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Kind(Artifact.ASSET, window, new TreeMap<>(Map.of(1, "0.1", 2, "0.2"))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Kind(Artifact.ASSET, window, new TreeMap<>(Map.of(0, "0.0", 1, "0.1"))));
  }
}
