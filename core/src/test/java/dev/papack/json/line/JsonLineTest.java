package dev.papack.json.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  private static String quoted(String text, IntPredicate isPlain) {
    return JsonLine.object(isPlain, json -> json.put("a", text));
  }

  @Test
  void membersAreInTheOrderInWhichTheyArePut() {
    assertThat(
            JsonLine.object(
                _ -> true,
                json ->
                    json.put("text", "x")
                        .put("number", -7)
                        .put("truth", false)
                        .put("absent", Optional.empty())
                        .put("present", Optional.of("y"))
                        .putNumber("none", Optional.empty())
                        .putNumber("some", Optional.of(3))
                        .putObject("object", inner -> inner.put("b", 1).put("c", 2))
                        .putObjects("objects", List.of(4, 5), (inner, one) -> inner.put("d", one))
                        .putStrings("strings", List.of("e", "f"))
                        .putNumbers("numbers", List.of(6L, 7L))
                        .putNumbers("empty", List.of())))
        .isEqualTo(
            """
            {"text":"x","number":-7,"truth":false,"present":"y","some":3,"object":{"b":1,"c":2},\
            "objects":[{"d":4},{"d":5}],"strings":["e","f"],"numbers":[6,7],"empty":[]}\
            """);
  }

  @Test
  void quoteBackslashAndControlsAreEscapedWhateverIsPlain() {
    assertThat(quoted("\"\\\n\t\r\0\u001f ", _ -> true))
        .isEqualTo("{\"a\":\"\\\"\\\\\\n\\t\\u000d\\u0000\\u001f \"}");
  }

  @Test
  void whatIsNotPlainIsWrittenAsItsCodeUnits() {
    assertThat(quoted("<ü\ud83d\ude00\ud83d>", point -> point < 0x7F && point != '<'))
        .isEqualTo("{\"a\":\"\\u003c\\u00fc\\ud83d\\ude00\\ud83d>\"}");
  }

  @Test
  void plainCharactersBeyondTheFirstPlaneStay() {
    assertThat(quoted("ü\ud83d\ude00", _ -> true)).isEqualTo("{\"a\":\"ü\ud83d\ude00\"}");
  }
}
