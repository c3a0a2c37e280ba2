package dev.papack.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.VariantShape;
import dev.papack.document.Shape.WordOrObjectShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KnownSettingsTest {
  private static final Shape NUMBER = new IntegerShape(0, 9);

  private static final KnownSettings SETTINGS =
      KnownSettings.of(
          variants(
              "bank",
              List.of(
                  Member.required("id", NUMBER),
                  Member.optional("boot", new ObjectShape(List.of(Member.required("at", NUMBER))))),
              List.of(
                  Member.required(
                      "tiles",
                      variants(
                          "colours",
                          List.of(Member.required("size", NUMBER)),
                          List.of(Member.optional("first", NUMBER)),
                          List.of()))),
              List.of(
                  Member.optional(
                      "sounds",
                      new ObjectShape(
                          List.of(
                              Member.optional(
                                  "loop",
                                  new WordOrObjectShape(
                                      new ChoiceShape(List.of("none")),
                                      new ObjectShape(
                                          List.of(Member.required("start", NUMBER)))))))))),
          Set.of("id"));

  private static VariantShape variants(
      String tag, List<Member> common, List<Member> first, List<Member> second) {
    LinkedHashMap<String, List<Member>> variants = new LinkedHashMap<>();
    variants.put("A", first);
    variants.put("B", second);
    List<String> order = new ArrayList<>(List.of(tag));
    common.forEach(member -> order.add(member.name()));
    first.forEach(member -> order.add(member.name()));
    second.forEach(member -> order.add(member.name()));
    return new VariantShape(tag, common, variants, order);
  }

  @Test
  void everyMemberThatHasAValueIsASettingAtWhateverDepth() {
    assertThat(SETTINGS.all().stream().filter(KnownSetting::hasValue).map(KnownSetting::name))
        .containsExactly(
            "boot.at",
            "tiles.size",
            "tiles.colours",
            "tiles.first",
            "sounds.loop",
            "sounds.loop.start");
  }

  @Test
  void theGroupOfAVariantMayBeLeftOut() {
    assertThat(SETTINGS.find("A", "size").map(KnownSetting::name)).hasValue("tiles.size");
    assertThat(SETTINGS.find("A", "tiles.size").map(KnownSetting::name)).hasValue("tiles.size");
    assertThat(SETTINGS.find("B", "loop.start").map(KnownSetting::name))
        .hasValue("sounds.loop.start");
    assertThat(SETTINGS.find("A", "at")).isEmpty();
    assertThat(SETTINGS.find("A", "start")).isEmpty();
  }

  @Test
  void aSettingKnowsWhichVariantsHaveIt() {
    assertThat(SETTINGS.tagsWith("boot.at")).containsExactly("A", "B");
    assertThat(SETTINGS.tagsWith("size")).containsExactly("A");
    assertThat(SETTINGS.tagsWith("id")).isEmpty();
    assertThat(SETTINGS.tagsWith("bank")).isEmpty();
  }
}
