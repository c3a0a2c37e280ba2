package dev.papack.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.RelativePath;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The root, made a name. */
class AssetNamingTest {
  private static String draw(AssetNaming naming, String root) {
    return naming.draw(new AssetRoot(AssetsPath.of(root))).text();
  }

  @ParameterizedTest
  @CsvSource({
    "sprites/hero, sprites/hero",
    "Sprites/HERO 1, sprites/hero_1",
    "a--b, a-_b",
    "-a, _a",
    "a-/b, a-_b",
    "a/-b, a/_b",
    "é, _",
    "a.b, a.b",
    "x/😀, x/__",
    "INSEL, insel",
  })
  void rootBecomesALegalName(String root, String name) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr", "TR"));
    try {
      assertThat(draw(new AssetNaming(Set.of()), root)).isEqualTo(name);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void takenNamesAreNumbered() {
    AssetNaming naming = new AssetNaming(Set.of("hero", "hero_3"));
    assertThat(draw(naming, "Hero")).isEqualTo("hero_2");
    assertThat(draw(naming, "hero")).isEqualTo("hero_4");
    assertThat(draw(naming, "HERO")).isEqualTo("hero_5");
  }

  @Test
  void longRootsKeepTheirEndAndStayApart() {
    AssetNaming naming = new AssetNaming(Set.of());
    String root = "a/".repeat(100) + "hero";
    String first = draw(naming, root);
    String second = draw(naming, root.toUpperCase(Locale.ROOT));
    assertThat(first).endsWith("a/hero").hasSizeLessThanOrEqualTo(128);
    assertThat(second).endsWith("_2").hasSizeLessThanOrEqualTo(128);
  }

  @Test
  void whateverTheRootTheNameIsLegalAndNew() {
    long seed = 99;
    Random random = new Random(seed);
    AssetNaming naming = new AssetNaming(Set.of());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      StringBuilder root = new StringBuilder();
      int length = 1 + random.nextInt(i % 10 == 0 ? 180 : 4);
      for (int j = 0; j < length; j++) {
        root.append("aB._- é9".charAt(random.nextInt(8)));
      }
      String text = root.toString();
      if (RelativePath.faultOf(text).isEmpty()) {
        String name = draw(naming, text);
        assertThat(AssetName.faultOf(name)).as("%s, seed %s", text, seed).isEmpty();
        assertThat(seen.add(name)).as("%s, seed %s", text, seed).isTrue();
      }
    }
    assertThat(seen).hasSizeGreaterThan(3_000);
  }
}
