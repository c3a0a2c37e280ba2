package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.papack.cli.kernel.Act;
import dev.papack.cli.output.DiagnosticJson;
import dev.papack.cli.output.Standings;
import dev.papack.comparison.BreakingRule;
import dev.papack.comparison.Verdict;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Severity;
import dev.papack.result.Added;
import dev.papack.result.BuildReason;
import dev.papack.result.Built;
import dev.papack.result.CacheState;
import dev.papack.result.FileChange;
import dev.papack.result.Limit;
import dev.papack.result.Plan;
import dev.papack.result.RebuiltRegistry;
import dev.papack.result.Recovered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** The published schemas accept every line that is printed, and say all that can be in one. */
class LineSchemaTest {
  static final List<String> PRINTED = LineSchemas.PRINTED;

  private static final String MEMBERS_OF_COMMANDS = "/$defs/members_of_command/allOf";

  /** What they print changes with every code, page and option. */
  private static final Set<String> WITHOUT_GOLDEN_CASE = Set.of("completion", "explain");

  @TempDir Path folder;

  @Test
  void everyLineOfAGoldenCaseIsAccepted() throws IOException {
    assertThat(PrintedLines.golden()).allSatisfy(LineSchemaTest::isAccepted);
  }

  @Test
  void everyLineThatNoGoldenCaseHoldsIsAccepted() throws IOException {
    assertThat(PrintedLines.made(folder)).allSatisfy(LineSchemaTest::isAccepted);
  }

  private static void isAccepted(String line) {
    assertThat(LineSchemas.faults(LineSchemas.tree(line))).as(line).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeIsAccepted(DiagnosticCode code) {
    isAccepted(
        new DiagnosticJson(Standings.NOWHERE)
            .line(Diagnostic.error(code, Location.of(Artifact.WORKSPACE, ""), "wrong")));
  }

  @ParameterizedTest
  @EnumSource
  void everyPlaceIsAccepted(Artifact artifact) {
    isAccepted(
        new DiagnosticJson(Standings.NOWHERE)
            .line(Diagnostic.note(DiagnosticCode.FILE_FAILED, Location.of(artifact, "a"), "odd")));
  }

  @Test
  void aLineWithoutSchemaSaysWhatToDo() {
    for (String line :
        List.of(
            "{\"artifact\":\"progress\",\"schema_version\":1}",
            "{\"artifact\":\"asset\",\"schema_version\":1}")) {
      assertThatThrownBy(() -> isAccepted(line))
          .isInstanceOf(AssertionError.class)
          .hasMessageMatching(
              "a line of (progress|asset)-1 has no schema: write docs/schemas/.*\\.schema\\.json.*"
                  + "LineSchemas.PRINTED");
    }
  }

  @Test
  void everySchemaAcceptsALineOfAGoldenCase() throws IOException {
    Set<String> named = new TreeSet<>();
    PrintedLines.golden().forEach(line -> named.add(LineSchemas.named(LineSchemas.tree(line))));
    assertThat(named).containsExactlyElementsOf(PRINTED);
  }

  @Test
  void everyCommandHasItsElementAndNoOtherHas() {
    JsonNode result = LineSchemas.schema("result-1").getSchemaNode();
    List<String> commands = printing();
    assertThat(texts(result.at("/$defs/with_command/properties/command/enum")))
        .as("commands of result-1")
        .containsExactlyElementsOf(commands);
    assertThat(result.at(MEMBERS_OF_COMMANDS).values())
        .as("elements of members_of_command in result-1")
        .extracting(element -> element.at("/if/properties/command/const").asString())
        .containsExactlyElementsOf(commands);
  }

  @Test
  void everyCommandEndsWellInAGoldenCaseOrIsExcepted() throws IOException {
    Set<String> commands = new TreeSet<>(printing());
    assertThat(commandsThatEndWell(PrintedLines.made(folder))).containsAll(WITHOUT_GOLDEN_CASE);
    commands.removeAll(WITHOUT_GOLDEN_CASE);
    assertThat(commandsThatEndWell(PrintedLines.golden())).isEqualTo(commands);
  }

  /** The commands that print lines of JSON. */
  private static List<String> printing() {
    return CommandLines.COMMANDS.stream()
        .filter(command -> command.formats().contains(OutputFormat.JSON))
        .map(Command::name)
        .toList();
  }

  private static Set<String> commandsThatEndWell(List<String> lines) {
    Set<String> done = new TreeSet<>();
    for (String line : lines) {
      JsonNode tree = LineSchemas.tree(line);
      if (tree.has("command") && tree.path("exit_status").asInt(-1) == 0) {
        done.add(tree.path("command").asString());
      }
    }
    return done;
  }

  @Test
  void everyMemberThatASchemaNamesIsInALine() throws IOException {
    Set<String> inLines = new TreeSet<>();
    for (String line : PrintedLines.all(folder)) {
      addMembers(LineSchemas.tree(line), inLines);
    }
    for (String printed : PRINTED) {
      Set<String> named = new TreeSet<>();
      addProperties(LineSchemas.schema(printed).getSchemaNode(), named);
      assertThat(inLines).as(printed).containsAll(named);
    }
  }

  private static void addMembers(JsonNode node, Set<String> names) {
    names.addAll(node.propertyNames());
    node.values().forEach(value -> addMembers(value, names));
  }

  private static void addProperties(JsonNode schema, Set<String> names) {
    names.addAll(schema.path("properties").propertyNames());
    schema.values().forEach(value -> addProperties(value, names));
  }

  @Test
  void wordsAreThoseOfTheCode() {
    JsonNode diagnostic = LineSchemas.schema("diagnostic-1").getSchemaNode();
    assertThat(texts(diagnostic.at("/properties/severity/enum")))
        .containsExactlyElementsOf(Arrays.stream(Severity.values()).map(Severity::label).toList());
    JsonNode result = LineSchemas.schema("result-1").getSchemaNode();
    assertThat(texts(result.at("/properties/exit_status/enum")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ExitStatus.values()).map(end -> String.valueOf(end.code())).toList());
    assertThat(texts(result.at("/$defs/added_asset/properties/action/enum")))
        .containsExactlyElementsOf(words(Added.Action.values()));
    assertThat(texts(member(result, "doctor", "blocked").at("/items/enum")))
        .containsExactlyElementsOf(words(Act.values()));
    assertThat(texts(member(result, "doctor", "fixes").at("/items/properties/action/enum")))
        .containsExactlyElementsOf(
            words(Added.Action.values()).stream()
                .filter(word -> !word.equals("declared"))
                .toList());
    assertThat(texts(member(result, "diff", "verdict").at("/enum")))
        .containsExactlyElementsOf(words(Verdict.values()));
    assertThat(texts(member(result, "diff", "reasons").at("/items/properties/rule/enum")))
        .containsExactlyElementsOf(words(BreakingRule.values()));
    assertThat(texts(member(result, "plan", "assets").at("/items/properties/change/enum")))
        .containsExactlyElementsOf(words(Plan.Change.values()));
    assertThat(texts(result.at("/$defs/file_change/enum")))
        .containsExactlyElementsOf(words(FileChange.values()));
    assertThat(texts(member(result, "registry rebuild", "found").at("/enum")))
        .containsExactlyElementsOf(words(RebuiltRegistry.Found.values()));
    assertThat(texts(member(result, "recover", "recovered").at("/enum")))
        .containsExactlyElementsOf(words(Recovered.State.values()));
    assertThat(texts(member(result, "build", "state").at("/enum")))
        .containsExactlyElementsOf(words(Built.State.values()));
    assertThat(texts(member(result, "build", "cache").at("/enum")))
        .containsExactlyElementsOf(words(CacheState.values()));
    JsonNode reasons = member(result, "build", "explained").at("/items/properties/reasons");
    assertThat(texts(reasons.at("/items/properties/reason/enum")))
        .containsExactlyElementsOf(words(BuildReason.Kind.values()));
    assertThat(texts(member(result, "limits", "limits").at("/items/properties/unit/enum")))
        .containsExactlyElementsOf(words(Limit.Unit.values()));
  }

  private static JsonNode member(JsonNode result, String command, String name) {
    return result.at(MEMBERS_OF_COMMANDS).values().stream()
        .filter(element -> element.at("/if/properties/command/const").asString().equals(command))
        .map(element -> element.at("/then/properties/" + name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode words) {
    return words.values().stream().map(JsonNode::asString).toList();
  }

  private static List<String> words(Enum<?>... values) {
    return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  @ParameterizedTest
  @FieldSource("PRINTED")
  void everySchemaIsOneOfTheDialectThatItNamesAndStandsAlone(String printed) throws IOException {
    String text = Files.readString(LineSchemas.file(printed));
    assertThat(text)
        .contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")
        .contains("\"$id\": \"urn:papack:schema:" + printed.replace('-', ':') + "\"");
    assertThat(text.lines().filter(line -> line.contains("\"$ref\"")))
        .allMatch(line -> line.contains("\"#/$defs/"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(LineSchemas.tree(text)))
        .isEmpty();
  }

  @ParameterizedTest
  @FieldSource("PRINTED")
  void everySchemaIsListed(String printed) throws IOException {
    Path readMe = LineSchemas.file(printed).resolveSibling("README.md");
    assertThat(Files.readString(readMe)).contains("(" + printed + ".schema.json)");
  }

  /** The asset table of a pack has one structure, wherever it is told. */
  @Test
  void entriesOfInspectAreThoseOfTheAssetTable() throws IOException {
    JsonNode result = LineSchemas.schema("result-1").getSchemaNode();
    JsonNode table = LineSchemas.tree(Files.readString(LineSchemas.file("asset_table-1")));
    assertThat(result.at("/$defs/entry/required")).isEqualTo(table.at("/$defs/entry/required"));
    assertThat(result.at("/$defs/entry/properties")).isEqualTo(table.at("/$defs/entry/properties"));
  }
}
