package dev.papack.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.TextRange;
import dev.papack.lsp.rpc.Json;
import dev.papack.lsp.rpc.RpcException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static final LineIndex LINES = LineIndex.of("a\u00e9\u20ac\ud83d\ude00b\nx");

  private static Json.Members position(int line, int character) {
    return Json.object().put("line", line).put("character", character).done();
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 3", "4, 6", "6, 10", "7, 11"})
  void columnsBecomeBytesAndBack(int column, int bytes) throws Exception {
    assertThat(Encoding.UTF_8.range(new TextRange(1, column, 1, column), LINES))
        .isEqualTo(
            Json.object().put("start", position(0, bytes)).put("end", position(0, bytes)).done());
    assertThat(Encoding.UTF_8.position(position(0, bytes), LINES))
        .isEqualTo(new TextPosition(1, column));
  }

  @Test
  void unitsStayUnits() throws Exception {
    assertThat(Encoding.UTF_16.position(position(0, 6), LINES)).isEqualTo(new TextPosition(1, 7));
  }

  @Test
  void whatIsBeyondALineIsItsEnd() throws Exception {
    assertThat(Encoding.UTF_8.position(position(0, 99), LINES)).isEqualTo(new TextPosition(1, 7));
    assertThat(Encoding.UTF_8.position(position(9, 9), LINES)).isEqualTo(new TextPosition(10, 10));
  }

  @Test
  void theFirstKnownOneThatAnEditorOffersIsTaken() {
    assertThat(Encoding.of(List.of(Json.of("utf-32"), Json.of("utf-8"), Json.of("utf-16"))))
        .isEqualTo(Encoding.UTF_8);
    assertThat(Encoding.of(List.of(Json.of("utf-32"), Json.of(8)))).isEqualTo(Encoding.UTF_16);
    assertThat(Encoding.of(List.of())).isEqualTo(Encoding.UTF_16);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1"})
  void thereIsNothingBeforeTheBeginning(int line, int character) {
    assertThatThrownBy(() -> Encoding.UTF_16.position(position(line, character), LINES))
        .isInstanceOf(RpcException.class);
  }
}
