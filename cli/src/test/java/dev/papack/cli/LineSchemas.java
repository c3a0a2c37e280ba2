package dev.papack.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schemas of what {@code --format json} prints: {@code docs/schemas}. */
final class LineSchemas {
  /** The kinds of line that are printed, each in the version that is printed now. */
  static final List<String> PRINTED =
      List.of("contract-1", "diagnostic-1", "migration-1", "result-1");

  private static final Path FOLDER =
      Path.of(System.getProperty("papack.home", ""), "docs", "schemas");
  private static final Map<String, Schema> SCHEMAS = read();
  private static final JsonMapper MAPPER = new JsonMapper();

  private LineSchemas() {}

  static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  /** The file of a schema, whether it is there or not. */
  static Path file(String kindAndVersion) {
    return FOLDER.resolve(kindAndVersion + ".schema.json");
  }

  /** The kind and version that a line names, as its schema is called. */
  static String named(JsonNode line) {
    return line.path("artifact").asString("") + "-" + line.path("schema_version").asString("");
  }

  /** What its own schema has against a line; nothing for a good one. */
  static List<String> faults(JsonNode line) {
    return faults(line, named(line));
  }

  /** What a schema has against a line; nothing for a good one. */
  static List<String> faults(JsonNode line, String kindAndVersion) {
    return schema(kindAndVersion).validate(line).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  static Schema schema(String kindAndVersion) {
    Schema schema = SCHEMAS.get(kindAndVersion);
    if (schema == null) {
      throw new AssertionError(
          "a line of "
              + kindAndVersion
              + " has no schema: write docs/schemas/"
              + file(kindAndVersion).getFileName()
              + " (a new version begins as a copy of the last), and name it in"
              + " docs/schemas/README.md, docs/specs/cli-json.md and LineSchemas.PRINTED");
    }
    return schema;
  }

  private static Map<String, Schema> read() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    Map<String, Schema> schemas = new HashMap<>();
    for (String printed : PRINTED) {
      Path file = file(printed);
      if (Files.isRegularFile(file)) {
        try {
          schemas.put(printed, registry.getSchema(Files.readString(file), InputFormat.JSON));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return Map.copyOf(schemas);
  }
}
