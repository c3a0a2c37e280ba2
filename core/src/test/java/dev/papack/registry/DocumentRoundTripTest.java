package dev.papack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both authored documents: text to meaning and back to the same bytes. */
class DocumentRoundTripTest {
  private static final String DECLARATION =
      """
      {
        "artifact": "asset",
        "schema_version": 3,
        "asset_id": 1839203411,
        "name": "sprites/hero",
        "sources": ["hero.png"],
        "bank": "TILES",
        "tiles": {
          "tile_size": 16,
          "palettes": "auto"
        },
        "preload": {
          "slot": 0
        }
      }
      """;

  private static final String INDEX =
      """
      {
        "artifact": "index",
        "schema_version": 3,
        "assets": [
          {"asset_id": 204871, "root": "music/theme", "name": "music/theme", "bank": "SOUNDS"},
          {"asset_id": 1839203411, "root": "sprites/hero"}
        ],
        "retired": [
          {"asset_id": 77120394}
        ]
      }
      """;

  private static final DeclarationPlace PLACE =
      new DeclarationPlace(
          new AssetRoot(AssetsPath.of("sprites/hero")), DeclarationPlace.Form.INSIDE);

  private static Snapshot snapshot(String text) {
    return Snapshot.of("assets/x.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T value(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T>(T value, var notes)) {
      return value;
    }
    throw new AssertionError(outcome.diagnostics());
  }

  private static CurrentDocument document(String text, History history) {
    return value(Migration.read(snapshot(text), history));
  }

  private static String again(String text) {
    LocatedDeclaration located =
        value(DeclarationDocument.read(document(text, Histories.ASSET), PLACE));
    return DeclarationDocument.textOf(located.declaration());
  }

  @Test
  void declarationOfTheSpecificationKeepsItsBytes() {
    assertThat(again(DECLARATION)).isEqualTo(DECLARATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"bank\": \"TILES\",\n  \"tiles\": {\n    \"tile_size\": 8,\n    \"palettes\": \"indexed\","
            + "\n    \"fit\": \"pad\",\n    \"alpha_threshold\": 128,\n    \"index_0\": \"transparent\"\n  }",
        "\"bank\": \"SOUNDS\"",
        "\"bank\": \"SOUNDS\",\n  \"sounds\": {\n    \"sample_rate\": 22050,\n    \"channels\": 1,"
            + "\n    \"loop\": \"none\"\n  }",
        "\"bank\": \"SOUNDS\",\n  \"sounds\": {\n    \"loop\": { \"start\": 0, \"end\": 9007199254740991 }"
            + "\n  },\n  \"preload\": {\n    \"slot\": 255\n  }",
      })
  void everySettingKeepsItsBytes(String settings) {
    String text =
        """
        {
          "artifact": "asset",
          "schema_version": 3,
          "name": "a",
          "sources": ["b/c.x"],
          %s
        }
        """
            .formatted(settings);
    assertThat(again(text)).isEqualTo(text);
  }

  @Test
  void settingsThatAreTheDefaultAreLeftOut() {
    String text = DECLARATION.replace("\"auto\"", "\"auto\", \"fit\": \"exact\"");
    assertThat(again(text)).isEqualTo(DECLARATION);
  }

  @Test
  void indexOfTheSpecificationKeepsItsBytes() {
    LocatedRegistry located = value(IndexDocument.read(document(INDEX, Histories.INDEX)));
    assertThat(located.textWith(located.registry())).isEqualTo(INDEX);
  }

  @Test
  void indexInAnyOrderMeansTheSame() {
    String other =
        """
        {"artifact": "index", "schema_version": 3, "retired": [{"asset_id": 77120394}], "assets": [
        {"root": "sprites/hero", "asset_id": 1839203411}, {"bank": "SOUNDS", "name": "music/theme", "root": "music/theme",
        "asset_id": 204871}]}
        """;
    LocatedRegistry located = value(IndexDocument.read(document(other, Histories.INDEX)));
    assertThat(located.textWith(located.registry())).isEqualTo(INDEX);
  }

  @Test
  void schemaThatIsNamedIsWrittenThird() {
    String named =
        INDEX.replace("\"schema_version\": 3,", "\"schema_version\": 3,\n  \"$schema\": \"../x\",");
    String last = INDEX.replaceFirst("\\]\n\\}", "], \"\\$schema\": \"../x\"}");
    LocatedRegistry located = value(IndexDocument.read(document(last, Histories.INDEX)));
    assertThat(located.textWith(located.registry())).isEqualTo(named);
  }

  @Test
  void declarationKeepsItsSchemaUnderAnotherId() {
    String last =
        DECLARATION.replaceFirst("\\}\n\\}", "}, \"\\$schema\": \"https://example.org/a\"}");
    assertThat(DeclarationDocument.withId(document(last, Histories.ASSET), new AssetId(7)))
        .isEqualTo(
            DECLARATION
                .replace("1839203411", "7")
                .replace(
                    "\"schema_version\": 3,",
                    "\"schema_version\": 3,\n  \"$schema\": \"https://example.org/a\","));
  }

  private static List<String> indexFaults(String assets, String retired) {
    String text =
        "{\"artifact\": \"index\", \"schema_version\": 3, \"assets\": ["
            + assets
            + "], \"retired\": ["
            + retired
            + "]}";
    return IndexDocument.read(document(text, Histories.INDEX)).diagnostics().stream()
        .map((Diagnostic fault) ->
            fault.code().name() + " " + fault.location().pointer().orElseThrow())
        .toList();
  }

  @Test
  void everyFaultOfAnIndexIsReported() {
    assertThat(
            indexFaults(
                "{\"asset_id\": 1, \"root\": \"a\"}, {\"asset_id\": 1, \"root\": \"b\"},"
                    + "{\"asset_id\": 2, \"root\": \"a\"}, {\"asset_id\": 3, \"root\": \"../x\"}",
                "{\"asset_id\": 4}, {\"asset_id\": 4}, {\"asset_id\": 1, \"root\": \"/x\"}"))
        .containsExactly(
            "REGISTRY_DOUBLED_ID /assets/1/asset_id",
            "REGISTRY_DOUBLED_ROOT /assets/2/root",
            "PATH_FORM /assets/3/root",
            "REGISTRY_DOUBLED_ID /retired/1/asset_id",
            "REGISTRY_DOUBLED_ID /retired/2/asset_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../hero.png",
        "/hero.png",
        "a//b",
        "a\\\\b",
        ".hidden/x.png",
        "con",
        "a/",
        "x\\u202e"
      })
  void sourceOutsideOrUnclearIsRefusedWithItsPlace(String source) {
    String text = DECLARATION.replace("\"hero.png\"", "\"" + source + "\"");
    Outcome<LocatedDeclaration> outcome =
        DeclarationDocument.read(document(text, Histories.ASSET), PLACE);
    assertThat(outcome.diagnostics()).hasSize(1);
    assertThat(outcome.diagnostics().getFirst().location().pointer()).contains("/sources/0");
    assertThat(outcome.diagnostics().getFirst().location().text().orElseThrow().line())
        .isEqualTo(6);
  }
}
