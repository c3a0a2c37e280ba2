package dev.papack.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonReader;
import dev.papack.json.StableForm;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published schemas and the structures in code say the same of every valid document, and of
 * every document that differs from a valid one in one place.
 */
final class SchemaParityTest {
  private static final String PACK = "\"pack_id\": \"" + "0f".repeat(32) + "\"";
  private static final String SHA = "\"sha256\": \"" + "a1".repeat(32) + "\"";

  /**
   * A kind with documents that are valid, and among them show every member.
   *
   * @param version one of its window
   * @param documents without the two first members
   */
  record Golden(History history, int version, List<String> documents) {
    Golden(History history, List<String> documents) {
      this(history, 1, documents);
    }

    List<String> texts() {
      return documents.stream()
          .map(members ->
              "{\"artifact\": \""
                  + history.kind().label()
                  + "\", \"schema_version\": "
                  + version
                  + ", "
                  + members
                  + "}")
          .toList();
    }

    @Override
    public String toString() {
      return history.kind().label() + ":" + version;
    }
  }

  static Stream<Golden> goldens() {
    return Stream.of(
        new Golden(
            Histories.ASSET,
            List.of(
                """
                "asset_id": 1839203411, "name": "sprites/hero", "source": "hero.png", "bank": "TILES",
                "tiles": {"tile_size": 16, "palettes": "auto", "fit": "pad", "alpha_threshold": 128},
                "preload": {"slot": 0}\
                """,
                """
                "name": "a", "source": "a.png", "bank": "TILES",
                "tiles": {"tile_size": 8, "palettes": "indexed", "index_0": "transparent"}\
                """,
                """
                "name": "music", "source": "a/b.wav", "bank": "SOUNDS",
                "sounds": {"sample_rate": 22050, "channels": 1, "loop": {"start": 0, "end": 9}}\
                """,
                """
                "name": "music.1", "source": "b.wav", "bank": "SOUNDS", "sounds": {"loop": "none"}\
                """,
                """
                "name": "m-2", "source": "b.wav", "bank": "SOUNDS"\
                """)),
        new Golden(
            Histories.INDEX,
            List.of(
                "\"assets\": [], \"retired\": []",
                """
                "assets": [{"asset_id": 1, "root": "a"}, {"asset_id": 2, "root": "b/c"}],
                "retired": [3, 2147483647]\
                """)),
        new Golden(
            Histories.ASSET,
            2,
            List.of(
                """
                "asset_id": 1839203411, "name": "sprites/hero", "sources": ["hero.png", "b.png"],
                "bank": "TILES",
                "tiles": {"tile_size": 16, "palettes": "auto", "fit": "pad", "alpha_threshold": 128},
                "preload": {"slot": 0}\
                """,
                """
                "name": "a", "sources": ["a.png"], "bank": "TILES",
                "tiles": {"tile_size": 8, "palettes": "indexed", "index_0": "transparent"}\
                """,
                """
                "name": "music", "sources": ["a/b.wav"], "bank": "SOUNDS",
                "sounds": {"sample_rate": 22050, "channels": 1, "loop": {"start": 0, "end": 9}}\
                """,
                """
                "name": "music.1", "sources": ["b.wav"], "bank": "SOUNDS", "sounds": {"loop": "none"}\
                """)),
        new Golden(
            Histories.INDEX,
            2,
            List.of(
                "\"assets\": [], \"retired\": []",
                """
                "assets": [{"asset_id": 1, "root": "a"}, {"asset_id": 2, "root": "b/c"}],
                "retired": [{"asset_id": 3}, {"asset_id": 4, "name": "a.b", "root": "a/b"},
                {"asset_id": 2147483647, "root": "c"}]\
                """)),
        new Golden(
            Histories.ASSET,
            3,
            List.of(
                """
                "$schema": "", "asset_id": 1839203411, "name": "sprites/hero",
                "sources": ["hero.png", "b.png"], "bank": "TILES",
                "tiles": {"tile_size": 16, "palettes": "auto", "fit": "pad", "alpha_threshold": 128},
                "preload": {"slot": 0}\
                """,
                """
                "name": "a", "sources": ["a.png"], "bank": "TILES", "$schema": "../asset.json",
                "tiles": {"tile_size": 8, "palettes": "indexed", "index_0": "transparent"}\
                """,
                """
                "name": "b", "sources": ["a.png"], "bank": "TILES",
                "tiles": {"tile_size": 8, "palettes": {"from": "a/b.png"}, "transparent_color": "#fF00ff",
                "margin": 1, "spacing": 2, "frame": {"width": 24, "height": 40, "count": 3},
                "layers": ["body", "hat"], "tag": "walk"}\
                """,
                """
                "name": "c", "sources": ["a.png"], "bank": "TILES",
                "tiles": {"tile_size": 8, "palettes": "auto", "index_0": "transparent",
                "frame": {"width": 1, "height": 1}, "colors": "reduce", "max_palettes": 64,
                "dither": "ordered"}\
                """,
                """
                "name": "music", "sources": ["a/b.wav"], "bank": "SOUNDS",
                "sounds": {"sample_rate": 22050, "channels": 1, "loop": {"start": 0, "end": 9}}\
                """,
                """
                "name": "music.1", "sources": ["b.wav"], "bank": "SOUNDS", "sounds": {"loop": "none"}\
                """)),
        new Golden(
            Histories.INDEX,
            3,
            List.of(
                "\"$schema\": \"a\", \"assets\": [], \"retired\": []",
                """
                "assets": [{"asset_id": 1, "root": "a"}, {"asset_id": 2, "root": "b/c", "name": "b"},
                {"asset_id": 5, "root": "c", "bank": "SOUNDS"},
                {"asset_id": 6, "root": "d", "name": "d", "bank": "TILES"}],
                "retired": [{"asset_id": 3}, {"asset_id": 4, "name": "a.b", "root": "a/b"},
                {"asset_id": 2147483647, "root": "c"}]\
                """)),
        new Golden(
            Histories.ASSET_TABLE,
            List.of(
                PACK + ", \"entries\": []",
                PACK
                    + ", \"entries\": ["
                    + entry(
                        "TILES",
                        "{\"columns\": 1, \"palette_count\": 1, \"tile_count\": 1, \"tile_size\": 8}")
                    + ","
                    + entry(
                        "SOUNDS",
                        "{\"channels\": 1, \"frame_count\": 9, \"loop_end\": 9, \"loop_start\": 0, \"sample_rate\": 8000}")
                    + ","
                    + entry(
                        "SOUNDS", "{\"channels\": 2, \"frame_count\": 9, \"sample_rate\": 48000}")
                    + "]")),
        new Golden(
            Histories.PRELOAD,
            List.of(
                PACK + ", \"preload\": []",
                PACK
                    + """
                    , "preload": [{"asset_id": 5, "bank_type": "TILES", "slot": 255},
                    {"asset_id": 6, "bank_type": "SOUNDS", "slot": 0}]\
                    """)),
        new Golden(
            Histories.ASSET_TABLE_METADATA,
            List.of(
                PACK
                    + ", \"assets\": ["
                    + provenance(
                        "TILES",
                        "{\"tile_size\": 8, \"palettes\": \"indexed\", \"fit\": \"exact\", \"alpha_threshold\": 1, \"index_0\": \"transparent\"}",
                        "{\"columns\": 1, \"palette_count\": 1, \"tile_count\": 1, \"tile_size\": 8, \"bytes\": 65}")
                    + ","
                    + provenance(
                        "SOUNDS",
                        "{\"sample_rate\": 8000, \"channels\": 1, \"loop\": {\"start\": 0, \"end\": 9}}",
                        "{\"channels\": 1, \"frame_count\": 9, \"loop_end\": 9, \"loop_start\": 0, \"sample_rate\": 8000, \"bytes\": 18}")
                    + ","
                    + provenance(
                        "SOUNDS",
                        "{\"loop\": \"source\"}",
                        "{\"channels\": 1, \"frame_count\": 9, \"sample_rate\": 8000, \"bytes\": 18}")
                    + """
                    ], "totals": {"assets": 3, "tiles": 1, "palettes": 1, "frames": 18, "bytes": 101}\
                    """)));
  }

  private static String entry(String bankType, String metadata) {
    return """
    {"asset_id": 7, "asset_name": "a/b", "bank_type": "%s", "bank_version": 1, "codec": "NONE",
    "decoded_size": 65, "metadata": %s, "offset": 0, %s, "size": 65}\
    """
        .formatted(bankType, metadata, SHA);
  }

  private static String provenance(String bankType, String settings, String result) {
    return """
    {"asset_id": 7, "asset_name": "a/b", "root": "a/b", "bank_type": "%s",
    "sources": [{"path": "assets/a/b.png", "size": 65, %s}], "settings": %s, "result": %s}\
    """
        .formatted(bankType, SHA, settings, result);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void bothAcceptEveryValidDocument(Golden golden) throws IOException {
    Schema schema = schema(golden.history(), golden.version());
    for (String text : golden.texts()) {
      assertThat(read(text, golden.history())).as(text).isInstanceOf(Outcome.Accepted.class);
      assertThat(schema.validate(text, InputFormat.JSON)).as(text).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void bothSayTheSameOfEveryDocumentChangedInOnePlace(Golden golden) throws IOException {
    Schema schema = schema(golden.history(), golden.version());
    int accepted = 0;
    int refused = 0;
    List<String> disagreements = new ArrayList<>();
    for (String text : golden.texts()) {
      for (JsonNode changed : OneChange.of(tree(text, golden.history()))) {
        String document = StableForm.write(changed);
        boolean accepts = accepts(document, golden);
        if (accepts != schema.validate(document, InputFormat.JSON).isEmpty()) {
          disagreements.add(
              (accepts ? "only the code accepts " : "only the schema accepts ") + document);
        } else if (accepts) {
          accepted++;
        } else {
          refused++;
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(accepted).isPositive();
    assertThat(refused).isGreaterThan(100);
  }

  /** A document that says another version is none of the golden's. */
  private static boolean accepts(String document, Golden golden) {
    return switch (read(document, golden.history())) {
      case Outcome.Accepted<CurrentDocument>(CurrentDocument read, var notes) ->
          read.declaredVersion() == golden.version();
      case Outcome.Refused<CurrentDocument> refused -> false;
    };
  }

  /** JSON Schema judges numbers by their value; RFC 8259 leaves open how they are written. */
  @Test
  void theSchemaCannotTellHowAnIntegerIsWritten() throws IOException {
    Schema schema = schema(Histories.ASSET, 2);
    for (String slot : List.of("1.0", "1e0", "-0")) {
      String text =
          """
          {"artifact": "asset", "schema_version": 2, "name": "a", "sources": ["a.wav"],
          "bank": "SOUNDS", "preload": {"slot": %s}}\
          """
              .formatted(slot);
      assertThat(schema.validate(text, InputFormat.JSON)).as(slot).isEmpty();
      assertThat(read(text, Histories.ASSET)).as(slot).isInstanceOf(Outcome.Refused.class);
    }
  }

  /** An object of JSON has no order. */
  @Test
  void theSchemaCannotTellWhichMemberStandsFirst() throws IOException {
    String text =
        "{\"schema_version\": 2, \"artifact\": \"index\", \"assets\": [], \"retired\": []}";
    assertThat(schema(Histories.INDEX, 2).validate(text, InputFormat.JSON)).isEmpty();
    assertThat(read(text, Histories.INDEX)).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void everySchemaIsOneOfTheDialectThatItNames(Golden golden) throws IOException {
    Schema dialect =
        registry().getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    String text = Files.readString(file(golden.history(), golden.version()));
    assertThat(text).contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"");
    assertThat(text).contains("\"$id\": \"urn:papack:schema:" + golden + "\"");
    assertThat(dialect.validate(text, InputFormat.JSON)).isEmpty();
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  }

  private static Schema schema(History history, int version) throws IOException {
    return registry().getSchema(Files.readString(file(history, version)), InputFormat.JSON);
  }

  private static Path file(History history, int version) {
    return Path.of(
        System.getProperty("papack.home"),
        "docs",
        "schemas",
        history.kind().label() + "-" + version + ".schema.json");
  }

  private static Outcome<CurrentDocument> read(String text, History history) {
    return Migration.read(snapshot(text), history);
  }

  private static JsonNode tree(String text, History history) {
    Outcome<JsonNode> outcome = JsonReader.parse(snapshot(text), history.kind().artifact());
    assertThat(outcome).as(text).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<JsonNode>) outcome).value();
  }

  private static Snapshot snapshot(String text) {
    return Snapshot.of("document.json", text.getBytes(StandardCharsets.UTF_8));
  }
}
