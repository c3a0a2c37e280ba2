package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.result.ContractArtifact;
import dev.papack.result.Drift;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shipper may rely on is what stands in the documentation, and what is in a workspace. */
final class ContractTest {
  @TempDir private Path folder;

  @Test
  void theDocumentedTableIsThatOfTheCode() throws IOException {
    Path page = Path.of(System.getProperty("papack.home"), "docs", "specs", "artifacts.md");
    List<String> rows =
        Files.readAllLines(page).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(Packer.contract().stream().map(ContractTest::row).toList());
  }

  private static String row(ContractArtifact artifact) {
    return "| `%s` | `%s` | %s | %s | %s|"
        .formatted(
            artifact.path(),
            artifact.kind(),
            artifact.audience().label(),
            artifact.lifecycle().label(),
            artifact.packIdPlace().map(place -> "`" + place + "` ").orElse(""));
  }

  @Test
  void everyFormatWithAVersionBelongsToAnArtifact() {
    assertThat(Packer.contract().stream().flatMap(artifact -> artifact.versions().stream()))
        .containsAll(Packer.versions());
  }

  @Test
  void everyFileThatABuildLeavesIsAnArtifactOfTheContract() throws Exception {
    Path workspace = ExampleWorkspace.named("starter").copy(folder);
    Set<String> before = files(workspace);
    Session session = RealArtTest.accepted(Packer.create().open(workspace));
    RealArtTest.accepted(session.build(Drift.TOLERATED));
    Set<String> left = files(workspace);
    left.removeAll(before);

    Set<String> found = new TreeSet<>();
    for (String file : left) {
      List<ContractArtifact> artifacts =
          Packer.contract().stream().filter(artifact -> covers(artifact, file)).toList();
      assertThat(artifacts).as(file).hasSize(1);
      assertThat(artifacts.getFirst().lifecycle())
          .as(file)
          .isNotEqualTo(ContractArtifact.Lifecycle.AUTHORED);
      found.add(artifacts.getFirst().path());
    }
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            Packer.contract().stream()
                .filter(artifact -> artifact.lifecycle() != ContractArtifact.Lifecycle.AUTHORED)
                .map(ContractArtifact::path)
                .toList());
  }

  @Test
  void everyDocumentOfTheExampleIsAnAuthoredArtifact() throws Exception {
    for (String file : files(ExampleWorkspace.named("starter").copy(folder))) {
      boolean isDocument = file.endsWith(".json");
      assertThat(Packer.contract().stream().filter(artifact -> covers(artifact, file)).toList())
          .as(file)
          .hasSize(isDocument ? 1 : 0)
          .allSatisfy(artifact ->
              assertThat(artifact.lifecycle()).isEqualTo(ContractArtifact.Lifecycle.AUTHORED));
    }
  }

  private static boolean covers(ContractArtifact artifact, String file) {
    return artifact.path().endsWith("/")
        ? file.startsWith(artifact.path())
        : FileSystems.getDefault().getPathMatcher("glob:" + artifact.path()).matches(Path.of(file));
  }

  private static Set<String> files(Path workspace) throws IOException {
    try (Stream<Path> all = Files.walk(workspace)) {
      return all.filter(Files::isRegularFile)
          .map(file -> workspace.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
