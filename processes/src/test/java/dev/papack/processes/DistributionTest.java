package dev.papack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code scripts/dist} makes, in the long campaign: two builds have equal bytes, and strangers
 * use the artifacts with nothing else of ours.
 */
final class DistributionTest {
  private static final Path HOME = Program.home().toAbsolutePath();
  private static final String COMMIT =
      "0123456789abcdef0123456789abcdef01234567 2026-02-03T04:05:06Z";

  /** That of the example, which tests of the library pin. */
  private static final String LIGHTHOUSE =
      "fc630549883fa2488a6da008ef7826d728b4199373821f8a990d046115209008";

  @TempDir private static Path folder;

  private static Path artifacts;

  /** Another copy of the same sources. */
  private static Path other;

  @BeforeAll
  static void build() throws Exception {
    Assumptions.assumeTrue(
        Campaign.current() != Campaign.DAILY, "builds everything twice: ./verify --long does");
    Assumptions.assumeTrue(
        run(HOME, Map.of(), "git", "rev-parse", "--git-dir").status() == 0, "not a git checkout");
    Path one = copy("one");
    other = copy("a/folder/further/down");
    artifacts = dist(one, Map.of("TZ", "Pacific/Kiritimati", "LANG", "C.UTF-8"), "umask 077; ");
  }

  /** The sources as they are, without what was built of them and without git. */
  private static Path copy(String name) throws Exception {
    Path copy = Files.createDirectories(folder.resolve(name));
    run(
            HOME,
            Map.of("COPY", copy.toString()),
            "sh",
            "-c",
            "git ls-files -z --cached --others --exclude-standard | tar -c --null -T -"
                + " --ignore-failed-read -f - | tar -x -f - -C \"$COPY\"")
        .expect(0);
    return copy;
  }

  private static Path dist(Path copy, Map<String, String> environment, String before)
      throws Exception {
    Map<String, String> all = new TreeMap<>(environment);
    all.put("PAPACK_COMMIT", COMMIT);
    run(copy, all, "sh", "-c", before + "exec scripts/dist").expect(0);
    return copy.resolve("target/dist");
  }

  @Test
  void twoBuildsInTwoFoldersHaveEqualBytes() throws Exception {
    Map<String, Path> first = files(artifacts);
    Map<String, Path> second =
        files(dist(other, Map.of("TZ", "America/New_York", "LC_ALL", "POSIX"), ""));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    assertThat(first)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            (name, file) -> assertThat(second.get(name)).as(name).hasSameBinaryContentAs(file));
    Campaign.report("distribution", first.size() + " files are the same from two builds");
  }

  @Test
  void everyArtifactIsInTheListOfDigestsAndHasTheOneThere() throws Exception {
    Program.Ended ended =
        run(artifacts, Map.of(), "sha256sum", "--check", "--strict", "SHA256SUMS").expect(0);
    assertThat(ended.out().lines()).hasSize(files(artifacts).size() - 1);
  }

  @Test
  void aPipelineThatHasTheArchiveAloneBuildsAWorkspace() throws Exception {
    Path place = Files.createDirectories(folder.resolve("pipeline"));
    String script =
        """
        set -eu
        mkdir programs
        tar -xzf "$1" --strip-components=1 -C programs
        cp -R programs/share/papack/examples/lighthouse game
        PATH=$PWD/programs/bin:/usr/bin:/bin
        sh game/ci.sh "$PWD/out"
        papack inspect game --output out
        papack-start-cache
        papack verify game --output out
        """;
    Program.Ended ended =
        run(
                place,
                Map.of(),
                "env",
                "-i",
                "PATH=/usr/bin:/bin",
                "sh",
                "-c",
                script,
                "sh",
                archive().toString())
            .expect(0);
    assertThat(ended.out()).contains(LIGHTHOUSE);
    assertThat(place.resolve("programs/lib/papack.aot")).isNotEmptyFile();
    assertThat(place.resolve("game")).isDirectoryNotContaining("glob:**assets.pa");
  }

  @Test
  void anImageHasNoCacheOfItsStartAndEveryManualPage() throws Exception {
    String names = run(folder, Map.of(), "tar", "-tzf", archive().toString()).expect(0).out();
    assertThat(names)
        .contains("/bin/papack\n", "/share/man/man1/papack.1\n", "/legal/java.base/LICENSE\n")
        .contains("/share/zsh/site-functions/_papack\n", "/share/man/man1/papack-build.1\n")
        .doesNotContain(".aot\n", "/assets.pa\n", "/.papack/");
  }

  @Test
  void aForeignMavenProjectThatHasTheRepositoryAloneBuildsAWorkspace() throws Exception {
    Path project = Files.createDirectories(folder.resolve("project"));
    Path source = project.resolve("src/main/java/game/Main.java");
    Files.createDirectories(source.getParent());
    Files.writeString(
        source,
        """
        package game;

        import dev.papack.Packer;
        import dev.papack.diagnostic.Outcome;
        import java.nio.file.Path;

        final class Main {
          public static void main(String[] arguments) throws Exception {
            var listing = Packer.create().inspect(Path.of(arguments[0]));
            System.out.println(listing instanceof Outcome.Accepted<?> ? listing : "refused");
          }
        }
        """);
    Files.writeString(project.resolve("pom.xml"), pom());
    // Maven's own plugins come from what this machine has; of ours there is nothing but the
    // repository.
    Path local = Files.createDirectories(folder.resolve("local"));
    run(
            folder,
            Map.of("LOCAL", local.toString()),
            "sh",
            "-c",
            "for one in \"$HOME\"/.m2/repository/*; do ln -s \"$one\" \"$LOCAL\"; done;"
                + " rm -f \"$LOCAL/dev\"; mkdir \"$LOCAL/dev\"")
        .expect(0);
    run(
            project,
            Map.of(
                "MAVEN_OPTS",
                "-Daether.offline.protocols=file",
                "JAVA_HOME",
                System.getProperty("java.home")),
            maven(),
            "-B",
            "-q",
            "-o",
            "-Dmaven.repo.local=" + local,
            "compile",
            "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies")
        .expect(0);
    // Links that lead out of the folder of a test are no matter for whoever deletes it.
    run(folder, Map.of(), "find", local.toString(), "-maxdepth", "1", "-type", "l", "-delete")
        .expect(0);
    try (Stream<Path> jars = Files.list(project.resolve("target/dependency"))) {
      assertThat(jars.map(jar -> jar.getFileName().toString().replaceAll("-[0-9.]+jar", "")))
          .containsExactlyInAnyOrder("papack-core", "papack-container", "jackson-core");
    }
    Path game = folder.resolve("packed");
    Program.run(
            "build", HOME.resolve("examples/lighthouse").toString(), "--output", game.toString())
        .expect(0);
    Program.Ended ended =
        run(
                project,
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/classes:target/dependency/*",
                "game.Main",
                game.resolve("assets.pa").toString())
            .expect(0);
    assertThat(ended.out()).contains("Accepted").contains("music/tide");
  }

  private static String pom() throws IOException {
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>game</groupId>
      <artifactId>game</artifactId>
      <version>1</version>
      <properties>
        <maven.compiler.release>25</maven.compiler.release>
        <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
      </properties>
      <repositories>
        <repository>
          <id>papack</id>
          <url>%s</url>
        </repository>
      </repositories>
      <dependencies>
        <dependency>
          <groupId>dev.papack</groupId>
          <artifactId>papack-core</artifactId>
          <version>%s</version>
        </dependency>
      </dependencies>
      <build>
        <plugins>
          <plugin>
            <artifactId>maven-compiler-plugin</artifactId>
            <version>3.16.0</version>
          </plugin>
          <plugin>
            <artifactId>maven-resources-plugin</artifactId>
            <version>3.5.0</version>
          </plugin>
        </plugins>
      </build>
    </project>
    """
        .formatted(artifacts.resolve("maven").toUri(), version());
  }

  @Test
  void theDebianPackageIsInstalledRunAndPurgedInACleanRoot() throws Exception {
    Assumptions.assumeTrue(
        Program.isThere("dpkg", "--version") && Program.isThere("unshare", "--mount", "true"),
        "needs dpkg and the right to mount");
    Path debian;
    try (Stream<Path> files = Files.list(artifacts)) {
      debian = files.filter(file -> file.toString().endsWith(".deb")).findFirst().orElseThrow();
    }
    Program.Ended ended =
        run(
                folder,
                Map.of(),
                "unshare",
                "--mount",
                "sh",
                HOME.resolve("processes/src/test/sh/clean-root.sh").toString(),
                folder.resolve("root").toString(),
                debian.toString(),
                HOME.resolve("examples/lighthouse").toString())
            .expect(0);
    assertThat(ended.out()).as("left or missing after purging").isEmpty();
    assertThat(ended.err()).contains(LIGHTHOUSE);
  }

  private static Path archive() throws IOException {
    try (Stream<Path> files = Files.list(artifacts)) {
      return files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
  }

  private static String version() throws IOException {
    return Files.readString(HOME.resolve("pom.xml"))
        .lines()
        .filter(line -> line.startsWith("  <version>"))
        .map(line -> line.replaceAll("</?version>", "").strip())
        .findFirst()
        .orElseThrow();
  }

  private static String maven() {
    return Program.isThere("mvn", "-v") ? "mvn" : HOME.resolve("mvnw").toString();
  }

  private static Map<String, Path> files(Path root) throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(root)) {
      found
          .filter(Files::isRegularFile)
          .forEach(file -> files.put(root.relativize(file).toString(), file));
    }
    return files;
  }

  /** Runs a program whose output may be long, for as long as a build takes on a full machine. */
  private static Program.Ended run(Path place, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(place.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(30, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(String.join(" ", command) + " does not end");
    }
    return new Program.Ended(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
