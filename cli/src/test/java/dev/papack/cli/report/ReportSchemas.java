package dev.papack.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of reports in {@code src/test/report}. */
public final class ReportSchemas {
  private static final Path FOLDER =
      Path.of(System.getProperty("papack.home", ""), "cli", "src", "test", "report");
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Schema SARIF = schema("sarif.schema.json");
  private static final Schema GITLAB = schema("gitlab.schema.json");

  private ReportSchemas() {}

  /** A report of JSON as a tree. */
  public static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  /** What the schema has against a SARIF report; nothing for a good one. */
  public static List<String> faultsOfSarif(String report) {
    return faults(SARIF, report);
  }

  /** What the schema has against a code quality report. */
  public static List<String> faultsOfGitlab(String report) {
    return faults(GITLAB, report);
  }

  private static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(read(name), InputFormat.JSON);
  }

  private static List<String> faults(Schema schema, String report) {
    return schema.validate(tree(report)).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  /** What the schema, or XML itself, has against a JUnit report. */
  public static List<String> faultsOfJunit(String report) {
    try {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(FOLDER.resolve("junit.xsd").toFile())
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(report.getBytes(UTF_8))));
      return List.of();
    } catch (SAXException e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
