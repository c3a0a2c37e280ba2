package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/release --dry-run} names what is missing for a release, and changes nothing. */
final class ReleaseScriptTest {
  private static final Path HOME = Program.home().toAbsolutePath();

  @TempDir private Path clone;

  @BeforeEach
  void makeAClone() throws IOException {
    Assumptions.assumeTrue(
        Program.isThere("git", "--version") && Program.isThere("sha256sum", "--version"),
        "needs git and sha256sum");
    for (String part : List.of("pom.xml", "CHANGELOG.md", "compat", "docs/schemas", "packaging")) {
      copy(part);
    }
    copy("scripts/release");
    try (Stream<Path> modules = Files.list(HOME)) {
      for (Path module : modules.filter(one -> Files.exists(one.resolve("pom.xml"))).toList()) {
        copy(module.getFileName() + "/pom.xml");
      }
    }
    Files.writeString(clone.resolve(".gitignore"), "target/\n");
    git("init", "-q");
    commit();
  }

  private void copy(String part) throws IOException {
    try (Stream<Path> files = Files.walk(HOME.resolve(part))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = clone.resolve(HOME.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void commit() {
    git("add", "--all");
    git(
        "-c",
        "user.name=nobody",
        "-c",
        "user.email=nobody@nowhere.example",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "-q",
        "--message=one");
  }

  private String git(String... arguments) {
    List<String> command =
        Stream.concat(Stream.of("git", "-C", clone.toString()), Stream.of(arguments)).toList();
    return Program.run(command).expect(0).out();
  }

  private Program.Ended release() {
    return Program.run(List.of("sh", clone.resolve("scripts/release").toString(), "--dry-run"));
  }

  private String version() throws IOException {
    return Files.readString(clone.resolve("pom.xml"))
        .lines()
        .filter(line -> line.startsWith("  <version>"))
        .map(line -> line.replaceAll("</?version>", "").strip())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCommitThatWasNotVerifiedIsNotReleasedAndNothingIsChanged() throws IOException {
    Program.Ended ended = release().expect(1);
    assertThat(ended.out())
        .contains("ok       every pom has version")
        .contains("ok       nothing differs from commit")
        .contains("is free")
        .contains("missing  ./verify --long for this commit")
        .contains("the artifacts are not built before the rest is there");
    assertThat(git("status", "--porcelain", "--ignored")).isEmpty();
    assertThat(git("tag")).isEmpty();
    Path mark = clone.resolve("target/verified-long");
    Files.createDirectories(mark.getParent());
    Files.writeString(mark, git("rev-parse", "HEAD"));
    assertThat(release().out()).contains("ok       ./verify --long passed");
    Files.writeString(mark, git("rev-parse", "HEAD") + " M pom.xml\n");
    assertThat(release().out()).contains("missing  ./verify --long for this commit");
  }

  @Test
  void anotherVersionInOnePomIsNamed() throws IOException {
    Path pom = clone.resolve("lsp/pom.xml");
    Files.writeString(pom, Files.readString(pom).replace(version() + "</version>", "9</version>"));
    assertThat(release().expect(1).out())
        .contains("in lsp/pom.xml")
        .contains("missing  a clean tree");
  }

  @Test
  void aTagThatIsThereIsNamed() throws IOException {
    git("tag", "v" + version());
    assertThat(release().expect(1).out())
        .contains("missing  a free tag: v" + version() + " is there");
  }

  @Test
  void aChangelogWithoutTheVersionIsNamed() throws IOException {
    String heading = "## [" + version() + "] - ";
    Files.writeString(clone.resolve("CHANGELOG.md"), "# Changelog\n\n## [Unreleased]\n");
    assertThat(release().expect(1).out()).contains("missing  the heading \"" + heading + "DATE\"");
    Files.writeString(clone.resolve("CHANGELOG.md"), "# Changelog\n\n" + heading + "2026-12-01\n");
    assertThat(release().out())
        .contains("ok       CHANGELOG.md has " + version() + " with its date");
  }

  @Test
  void aVersionOfADocumentThatIsOpenOrNotListedIsNamed() throws IOException {
    Files.writeString(clone.resolve("compat/open.txt"), "index 3\n");
    assertThat(release().expect(1).out())
        .contains("missing  frozen versions: compat/open.txt still lists index 3");
    Files.writeString(clone.resolve("compat/open.txt"), "");
    assertThat(release().out())
        .contains("ok       compat/released.txt has every schema, golden document and structure");
    Files.writeString(clone.resolve("compat/index/1/another.json"), "{}\n");
    assertThat(release().out())
        .contains("ok       no version of a document is open")
        .contains("missing  in compat/released.txt: ");
  }
}
