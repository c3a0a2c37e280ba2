package dev.papack.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.papack.diagnostic.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonNodeTest {
  private static final TextRange HERE = new TextRange(1, 1, 1, 1);

  @Test
  void integersAreReadExactly() {
    for (long value : new long[] {0, 1, -1, 10, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertThat(JsonNumber.of(value, HERE).asInteger()).hasValue(value);
    }
  }

  @Test
  void otherNumbersAreNoIntegers() {
    for (String text :
        List.of(
            "-0",
            "1.0",
            "1e3",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999",
            "1".repeat(1_000))) {
      assertThat(new JsonNumber(text, HERE).asInteger()).as(text).isEmpty();
    }
  }

  @Test
  void numberOutsideOfTheGrammarCannotBeMade() {
    for (String text : List.of("", "-", "01", "+1", "1.", ".5", "1e", "NaN", "1 ", "\u0661")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new JsonNumber(text, HERE));
    }
  }

  @Test
  void loneSurrogateCannotBeMade() {
    for (String text : List.of("\uD800", "a\uDC00", "\uDC00\uD800")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new JsonString(text, HERE));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new JsonMember(text, HERE, new JsonNull(HERE)));
    }
  }

  @Test
  void doubledNameCannotBeMade() {
    JsonMember member = new JsonMember("a", HERE, new JsonNull(HERE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JsonObject(List.of(member, member), HERE));
  }

  @Test
  void pointerEscapesTildeAndSlash() {
    assertThat(JsonPointer.ROOT.text()).isEmpty();
    assertThat(JsonPointer.ROOT.member("a/b").index(3).member("m~n").member("").text())
        .isEqualTo("/a~1b/3/m~0n/");
    assertThatIllegalArgumentException().isThrownBy(() -> new JsonPointer("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> JsonPointer.ROOT.index(-1));
  }
}
