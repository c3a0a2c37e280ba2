package dev.papack.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.document.Shape;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.WordOrObjectShape;
import dev.papack.json.StableForm;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What rests on generated documents is worth what they reach. */
final class GeneratedDocumentsTest {
  private static Set<String> seen(Shape shape) {
    GeneratedDocuments documents = new GeneratedDocuments(1);
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      seen.add(StableForm.write(documents.next(shape)).strip());
    }
    return seen;
  }

  @Test
  void bothEndsOfARangeAreReached() {
    assertThat(seen(new IntegerShape(5, Integer.MAX_VALUE))).contains("5", "2147483647");
  }

  @Test
  void arraysAreEmptyAndFull() {
    assertThat(seen(new ArrayShape(new ChoiceShape(List.of("a")), 3)))
        .contains("[]")
        .anyMatch(text -> text.split("a").length == 4);
  }

  @Test
  void anOptionalMemberIsThereAndMissing() {
    assertThat(
            seen(
                new ObjectShape(List.of(Member.optional("m", new ChoiceShape(List.of("a", "b")))))))
        .hasSize(3);
  }

  @Test
  void aWordAndItsObjectAreReached() {
    assertThat(
            seen(
                new WordOrObjectShape(
                    new ChoiceShape(List.of("none")), new ObjectShape(List.of()))))
        .containsExactly("\"none\"", "{}");
  }
}
