package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import dev.papack.cli.report.ReportSchemas;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of {@code docs/guide/ci.md} for a shell, run as one pipeline on what a git server
 * has: all of them on a good merge, and up to the one that has to stop a bad one. {@link
 * CiWorkflowsTest} runs the others.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are for a POSIX shell")
@Tag("slow")
class CiGuideTest {
  private static final List<String> FEATURE = List.of("set", "preload.slot=1", "assets/hit.wav");
  private static final Map<String, String> VARIABLES =
      Map.of("TARGET", "origin/main", "SHIPPED", "shipped/assets.pa");
  private static final int CHECK = 1;
  private static final int REGISTRY = 2;
  private static final int MERGE = 3;
  private static final int DIFF = 5;

  @TempDir private Path folder = Path.of("");

  private CiServer merged(List<String> feature) throws Exception {
    CiServer server = new CiServer(folder.toRealPath());
    server.merge(feature.toArray(String[]::new));
    return server;
  }

  /** Runs every block of the page; a file tells which one was reached. */
  private static Ended pipeline(CiServer server, Path job) throws Exception {
    StringBuilder script = new StringBuilder();
    int number = 0;
    for (String block : CiPage.read().of("sh")) {
      number++;
      script.append("echo ").append(number).append(" > ../reached\n").append(block);
    }
    assertThat(number).isGreaterThan(DIFF);
    return server.run(job, VARIABLES, script.toString());
  }

  private static Path stoppedAt(int step, CiServer server) throws Exception {
    server.amend();
    Path job = server.job();
    Ended ended = pipeline(server, job);
    assertThat(job.resolveSibling("reached")).as(ended.toString()).hasContent(step + "");
    assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
    return job;
  }

  @Test
  void everyBlockIsRunByATestOfItsLanguage() throws Exception {
    CiPage page = CiPage.read();
    assertThat(page.blocks()).extracting(CiPage.Block::language).containsOnly("sh", "yaml");
    assertThat(page.of("yaml")).hasSize(CiWorkflowsTest.WORKFLOWS.size());
    assertThat(page.commandsInProse()).containsExactly("papack explain CODE");
    assertThat(Run.papack(folder, "explain", "PA7070").status()).isZero();
  }

  @Test
  void everyStepPassesForAGoodMerge() throws Exception {
    CiServer server = merged(FEATURE);
    Path job = server.job();
    Ended ended = pipeline(server, job);
    assertThat(ended.status()).as(ended.toString()).isZero();
    assertThat(job.resolve("diff.md")).content().contains("**compatible**");
    assertThat(job.resolve("registry.md")).content().contains("**papack registry check**");
    assertThat(job.resolve("merge.md")).content().contains("**papack merge check**");
    assertThat(job.resolve("build.md")).content().contains("**papack build**");
    assertThat(ReportSchemas.faultsOfJunit(Files.readString(job.resolve("check.xml")))).isEmpty();
    assertThat(server.folder().resolve("out/assets.pa"))
        .hasSameBinaryContentAs(job.resolve("game/assets.pa"));
  }

  @Test
  void mergeThatDroppedAChangeIsStopped() throws Exception {
    CiServer server = merged(FEATURE);
    server.sh(server.game(), "git checkout -q HEAD^1 -- assets/hit.asset.json");
    Path job = stoppedAt(MERGE, server);
    assertThat(job.resolve("merge.md")).content().contains("PA3050");
  }

  /** In the registry and in the declarations, so that both agree. */
  @Test
  void idThatChangedItsMeaningIsStopped() throws Exception {
    CiServer server = merged(FEATURE);
    Path assets = server.game().resolve("assets");
    List<String> files = List.of("index.json", "hit.asset.json", "jump.asset.json");
    String hit = idIn(assets.resolve("hit.asset.json"));
    String jump = idIn(assets.resolve("jump.asset.json"));
    for (String file : files) {
      Path path = assets.resolve(file);
      Files.writeString(
          path,
          Files.readString(path).replace(hit, "other").replace(jump, hit).replace("other", jump));
    }
    Path job = stoppedAt(REGISTRY, server);
    assertThat(job.resolve("registry.md")).content().contains("PA3043");
  }

  private static String idIn(Path declaration) throws Exception {
    return Pattern.compile("\"asset_id\": ([0-9]+)")
        .matcher(Files.readString(declaration))
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  @Test
  void budgetThatIsExceededIsStopped() throws Exception {
    CiServer server = merged(FEATURE);
    Files.writeString(
        server.game().resolve("assets/budgets.json"),
        """
        {"artifact": "budgets", "schema_version": 1, "budgets": [{"measure": "tiles", "limit": 0}]}
        """);
    Path job = stoppedAt(CHECK, server);
    assertThat(job.resolve("check.md")).content().contains("PA7070");
  }

  @Test
  void packThatBreaksAShippedGameIsStopped() throws Exception {
    CiServer server = merged(List.of("remove", "sword"));
    Path job = stoppedAt(DIFF, server);
    assertThat(job.resolve("diff.md")).content().contains("**breaking**");
  }
}
