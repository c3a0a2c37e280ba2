package dev.papack.document;

import static dev.papack.document.Shape.Member.optional;
import static dev.papack.document.Shape.Member.required;
import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;
import static dev.papack.json.JsonTree.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.VariantShape;
import dev.papack.document.Shape.WordOrObjectShape;
import dev.papack.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class MemberOrderTest {
  private static final IntegerShape BYTE = new IntegerShape(0, 255);
  private static final ObjectShape PAIR =
      new ObjectShape(List.of(required("a", BYTE), optional("b", BYTE)));

  private static VariantShape banks(List<String> order) {
    SequencedMap<String, List<Shape.Member>> variants = new LinkedHashMap<>();
    variants.put("TILES", List.of(required("tiles", PAIR)));
    variants.put(
        "SOUNDS",
        List.of(optional("loop", new WordOrObjectShape(new ChoiceShape(List.of("none")), PAIR))));
    return new VariantShape("bank", List.of(required("name", BYTE)), variants, order);
  }

  private static final JsonObject MIXED_PAIR = object(member("b", 2), member("a", 1));
  private static final JsonObject PAIR_IN_ORDER = object(member("a", 1), member("b", 2));

  @Test
  void membersOfEveryLevelTakeTheOrderOfTheirShape() {
    VariantShape shape = banks(List.of("name", "bank", "loop", "tiles"));
    assertThat(
            MemberOrder.of(
                object(
                    member("tiles", MIXED_PAIR), member("bank", text("TILES")), member("name", 7)),
                shape))
        .isEqualTo(
            object(
                member("name", 7), member("bank", text("TILES")), member("tiles", PAIR_IN_ORDER)));
  }

  @Test
  void tagNeedNotStandBeforeWhatItDecides() {
    VariantShape shape = banks(List.of("loop", "tiles", "bank", "name"));
    assertThat(
            MemberOrder.of(
                object(
                    member("name", 7), member("bank", text("SOUNDS")), member("loop", MIXED_PAIR)),
                shape))
        .isEqualTo(
            object(
                member("loop", PAIR_IN_ORDER), member("bank", text("SOUNDS")), member("name", 7)));
  }

  @Test
  void elementsKeepTheirOrderAndTheirMembersDoNot() {
    Shape shape = new ObjectShape(List.of(required("pairs", new ArrayShape(PAIR, 9))));
    JsonObject second = object(member("a", 0));
    assertThat(MemberOrder.of(object(member("pairs", array(List.of(MIXED_PAIR, second)))), shape))
        .isEqualTo(object(member("pairs", array(List.of(PAIR_IN_ORDER, second)))));
  }

  @Test
  void orderThatForgetsOrInventsAMemberIsNone() {
    assertThatThrownBy(() -> banks(List.of("name", "bank", "tiles")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> banks(List.of("name", "bank", "tiles", "lop")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
