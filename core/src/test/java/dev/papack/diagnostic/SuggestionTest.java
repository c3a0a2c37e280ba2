package dev.papack.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
  private static final List<String> NAMES =
      List.of("alpha_threshold", "tile_size", "fit", "palettes", "index_0");

  @ParameterizedTest
  @CsvSource({
    "alpha_treshold, alpha_threshold",
    "alphathreshold, alpha_threshold",
    "tilesize, tile_size",
    "TILE_SIZE, tile_size",
    "Fit, fit",
    "ft, fit",
    "pallettes, palettes",
    "index0, index_0",
    "fti, fit",
    "ift, fit",
    "tile_szie, tile_size"
  })
  void aSlipIsUnderstood(String text, String meant) {
    assertThat(Suggestion.closest(text, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"''", "size", "width", "f", "alpha", "fitting", "tif"})
  void anotherWordIsNoSlip(String text) {
    assertThat(Suggestion.closest(text, NAMES)).isEmpty();
  }

  @Test
  void ofTwoEquallyCloseTheFirstInOrderIsMeantWhateverTheirOrderIs() {
    assertThat(Suggestion.closest("bit", List.of("fit", "bat"))).contains("bat");
    assertThat(Suggestion.closest("bit", List.of("bat", "fit"))).contains("bat");
  }

  @Test
  void theCloserOneIsMeant() {
    assertThat(Suggestion.closest("tile_sizes", List.of("tile_side", "tile_size")))
        .contains("tile_size");
  }

  @Test
  void aTextTooLongForASlipCostsNothing() {
    String name = "a".repeat(129);
    assertThat(Suggestion.closest(name, List.of(name))).isEmpty();
    assertThat(Suggestion.closest("a".repeat(128), List.of("a".repeat(127)))).isPresent();
  }

  @Test
  void ofNoNamesNoneIsMeant() {
    assertThat(Suggestion.closest("fit", List.of())).isEmpty();
  }
}
