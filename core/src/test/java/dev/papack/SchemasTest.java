package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.result.SchemaText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library has the schemas that are published, and no others. */
class SchemasTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("papack.home", ""), "docs", "schemas");

  @Test
  void everyPublishedSchemaCanBeAskedForAndNoOther() throws Exception {
    List<String> published;
    try (Stream<Path> files = Files.list(FOLDER)) {
      published =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".schema.json"))
              .toList();
    }
    List<String> known = new ArrayList<>();
    Packer.schemas()
        .forEach((kind, newest) -> {
          for (int version = 1; version <= newest; version++) {
            known.add(kind + "-" + version + ".schema.json");
          }
        });
    assertThat(known).containsExactlyInAnyOrderElementsOf(published);
    for (String name : published) {
      String[] parts = name.replace(".schema.json", "").split("-", -1);
      SchemaText schema =
          ((Outcome.Accepted<SchemaText>)
                  Packer.requireSchema(parts[0], OptionalInt.of(Integer.parseInt(parts[1]))))
              .value();
      assertThat(schema.text()).isEqualTo(Files.readString(FOLDER.resolve(name)));
    }
  }

  @Test
  void withoutAVersionItIsTheNewest() {
    assertThat(Packer.requireSchema("asset", OptionalInt.empty()))
        .isEqualTo(Packer.requireSchema("asset", OptionalInt.of(3)));
  }

  @ParameterizedTest
  @CsvSource({
    "assett, 1, VALUE_UNKNOWN",
    "'', 1, VALUE_UNKNOWN",
    "../asset, 1, VALUE_UNKNOWN",
    "asset, 0, VERSION_NEVER_EXISTED",
    "asset, 4, VERSION_TOO_NEW"
  })
  void whatThereIsIsSaidWhereThereIsNone(String kind, int version, DiagnosticCode code) {
    Diagnostic fault = Packer.requireSchema(kind, OptionalInt.of(version)).diagnostics().getFirst();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.supported()).isPresent();
  }
}
