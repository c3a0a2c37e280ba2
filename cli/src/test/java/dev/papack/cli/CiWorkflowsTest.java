package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import dev.papack.cli.report.ReportSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The workflows of {@code docs/guide/ci.md}, {@code action.yml} and {@code .pre-commit-hooks.yaml}:
 * parsed as a server would, and every step of theirs run.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the steps are for a POSIX shell")
@Tag("slow")
class CiWorkflowsTest {
  /** What a YAML block of the page is, in order. */
  static final List<String> WORKFLOWS = List.of("github", "gitlab");

  private static final Path HOME = Path.of(System.getProperty("papack.home"));
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *([^}]+?) *\\}\\}");

  /** What a server knows, in the expressions of a workflow. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "github.base_ref", "main",
          "github.token", "token",
          "github.event.number", "7");

  @TempDir private Path folder = Path.of("");

  private CiServer server() throws Exception {
    CiServer server = new CiServer(folder.toRealPath());
    server.merge("set", "preload.slot=1", "assets/hit.wav");
    return server;
  }

  private static JsonNode yaml(String text) {
    return new YAMLMapper().readTree(text);
  }

  private static JsonNode workflow(String name) throws IOException {
    return yaml(CiPage.read().of("yaml").get(WORKFLOWS.indexOf(name)));
  }

  private static String resolved(String text, Map<String, String> known) {
    Matcher expression = EXPRESSION.matcher(text);
    return expression.replaceAll(found -> {
      assertThat(known).containsKey(found.group(1));
      return Matcher.quoteReplacement(known.getOrDefault(found.group(1), ""));
    });
  }

  private static Map<String, String> variables(JsonNode node, Map<String, String> known) {
    Map<String, String> variables = new LinkedHashMap<>();
    node.properties()
        .forEach(one -> variables.put(one.getKey(), resolved(one.getValue().asString(), known)));
    return variables;
  }

  /** The steps of the composite action with the inputs of whoever uses it. */
  private static Ended action(CiServer server, Path job, JsonNode inputs) throws Exception {
    JsonNode action = yaml(Files.readString(HOME.resolve("action.yml")));
    assertThat(action.at("/runs/using").asString()).isEqualTo("composite");
    Map<String, String> known = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> input : action.path("inputs").properties()) {
      JsonNode given = inputs.path(input.getKey());
      boolean isRequired = input.getValue().path("required").asBoolean(false);
      assertThat(isRequired && given.isMissingNode()).as(input.getKey()).isFalse();
      known.put(
          "inputs." + input.getKey(),
          (given.isMissingNode() ? input.getValue().path("default") : given).asString());
    }
    inputs.propertyNames().forEach(name -> assertThat(known).containsKey("inputs." + name));
    Ended ended = new Ended(1, "", "no step");
    for (JsonNode step : action.at("/runs/steps")) {
      assertThat(step.path("shell").asString()).isEqualTo("bash");
      ended = server.run(job, variables(step.path("env"), known), step.path("run").asString());
    }
    return ended;
  }

  /** What became of a job: which steps were run, and whether all passed. */
  private record Job(Path folder, List<String> failed, List<String> out) {}

  private static Job github(CiServer server) throws Exception {
    Path job = server.job();
    JsonNode assets = workflow("github").at("/jobs/assets");
    Map<String, String> variables = variables(assets.path("env"), KNOWN);
    List<String> failed = new ArrayList<>();
    List<String> out = new ArrayList<>();
    for (JsonNode step : assets.path("steps")) {
      String condition = step.path("if").asString("");
      assertThat(condition).isIn("", "${{ !cancelled() }}");
      if (!failed.isEmpty() && condition.isEmpty()) {
        continue;
      }
      String what = step.has("run") ? step.path("run").asString() : step.path("uses").asString();
      Map<String, String> all = new LinkedHashMap<>(variables);
      all.putAll(variables(step.path("env"), KNOWN));
      Ended ended =
          step.has("run") ? server.run(job, all, what) : uses(server, job, what, step.path("with"));
      out.add(ended.out());
      if (ended.status() != 0) {
        failed.add(what + ": " + ended);
      }
    }
    return new Job(job, failed, out);
  }

  private static Ended uses(CiServer server, Path job, String action, JsonNode inputs)
      throws Exception {
    switch (action) {
      case "./papack" -> {
        return action(server, job, inputs);
      }
      case "actions/checkout@v4" -> assertThat(inputs.path("fetch-depth").asInt()).isZero();
      case "github/codeql-action/upload-sarif@v3" -> {
        Path sarif = job.resolve(inputs.path("sarif_file").asString());
        assertThat(ReportSchemas.faultsOfSarif(Files.readString(sarif))).isEmpty();
      }
      case "actions/upload-artifact@v4" ->
          inputs
              .path("path")
              .asString()
              .lines()
              .forEach(path -> assertThat(job.resolve(path)).exists());
      default -> throw new AssertionError("nobody knows what this does: " + action);
    }
    return new Ended(0, "", "");
  }

  @Test
  void everyStepOfTheWorkflowForGithubPassesAndComments() throws Exception {
    CiServer server = server();
    Job job = github(server);
    assertThat(job.failed()).isEmpty();
    assertThat(server.folder().resolve("gh.log"))
        .hasContent("token pr comment 7 --edit-last --create-if-none --body-file diff.md");
    assertThat(job.folder().resolve("diff.md")).content().contains("**compatible**");
    assertThat(job.folder().resolve("build.sarif")).exists();
  }

  @Test
  void badPictureIsAnnotatedAndStopsTheWorkflowForGithub() throws Exception {
    CiServer server = server();
    Files.write(server.game().resolve("assets/sword.png"), new byte[] {1});
    server.amend();
    Job job = github(server);
    assertThat(job.failed()).singleElement().asString().startsWith("./papack: ");
    assertThat(String.join("", job.out()))
        .contains("::error file=game/assets/sword.asset.json,line=6,");
    assertThat(server.folder().resolve("step.md")).content().contains("papack check");
    assertThat(job.folder().resolve("game/assets.pa")).doesNotExist();
  }

  private static Ended gitlab(CiServer server, Path job) throws Exception {
    JsonNode assets = workflow("gitlab").path("assets");
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main");
    assets
        .path("variables")
        .properties()
        .forEach(one ->
            variables.put(
                one.getKey(),
                one.getValue().asString().replace("$CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")));
    List<String> lines = new ArrayList<>();
    assets.path("script").forEach(line -> lines.add(line.asString()));
    return server.run(job, variables, String.join("\n", lines));
  }

  @Test
  void everyLineOfTheScriptForGitlabPassesAndItsArtifactsAreThere() throws Exception {
    CiServer server = server();
    Path job = server.job();
    Ended ended = gitlab(server, job);
    assertThat(ended.status()).as(ended.toString()).isZero();
    JsonNode artifacts = workflow("gitlab").at("/assets/artifacts");
    artifacts.path("paths").forEach(path -> assertThat(job.resolve(path.asString())).exists());
    JsonNode reports = artifacts.path("reports");
    String quality = Files.readString(job.resolve(reports.path("codequality").asString()));
    assertThat(ReportSchemas.faultsOfGitlab(quality)).isEmpty();
    String junit = Files.readString(job.resolve(reports.path("junit").asString()));
    assertThat(ReportSchemas.faultsOfJunit(junit)).isEmpty();
  }

  @Test
  void breakingPackStopsTheScriptForGitlab() throws Exception {
    CiServer server = new CiServer(folder.toRealPath());
    server.merge("remove", "sword");
    Ended ended = gitlab(server, server.job());
    assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
    assertThat(ended.out()).contains("breaking");
  }

  @Test
  void nothingThatAPipelineKeepsIsControlData() throws Exception {
    for (String text : CiPage.read().of("yaml")) {
      assertThat(text).doesNotContain(".papack/");
    }
  }

  @Test
  void hooksRunWhatTheySayForFilesOfAWorkspace() throws Exception {
    CiServer server = server();
    Path job = server.job();
    List<String> entries = new ArrayList<>();
    for (JsonNode hook : yaml(Files.readString(HOME.resolve(".pre-commit-hooks.yaml")))) {
      assertThat(hook.path("language").asString()).isEqualTo("system");
      assertThat(hook.path("pass_filenames").asBoolean(true)).isFalse();
      Pattern files = Pattern.compile(hook.path("files").asString());
      assertThat(files.matcher("assets/a.png").find()).isTrue();
      assertThat(files.matcher("game/assets/a.png").find()).isTrue();
      assertThat(files.matcher("src/assets.c").find()).isFalse();
      String entry = hook.path("entry").asString();
      entries.add(entry);
      // As pre-commit puts it together, with the arguments of the page.
      Ended ended = server.run(job, Map.of(), entry + " game");
      assertThat(ended.status()).as("%s: %s", entry, ended).isZero();
      Files.write(job.resolve("game/assets/sword.png"), new byte[] {1});
      Files.delete(job.resolve("game/assets/hit.wav"));
      assertThat(server.run(job, Map.of(), entry + " game").status()).as(entry).isEqualTo(1);
      server.sh(job, "git checkout -q -- .");
    }
    assertThat(entries).containsExactly("papack check", "papack doctor");
    assertThat(CiPage.read().prose()).contains("`args: [game]`");
  }
}
