package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Maven the scripts build with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are those of a POSIX shell")
class MavenChoiceTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"3.8.7", "3.8.9", "3.8.10", "3.9.0", "3.9.16", "3.10.1"})
  void mavenOnThePathIsUsedWhereTheBuildAcceptsIt(String version) throws Exception {
    program("bin/mvn", "printf '\\033[0mApache Maven " + version + " (1f2e)\\nMaven home: /m\\n'");
    program("mvnw", "touch \"$0.ran\"");
    Ended found = find();
    assertThat(found.status()).as(found.err()).isZero();
    assertThat(found.out()).isEqualTo("mvn\n");
    assertThat(folder.resolve("mvnw.ran")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.6.3", "3.8.1", "3.8.6", "4.0.0"})
  void wrapperIsUsedWhereTheBuildWouldRefuseTheMavenOnThePath(String version) throws Exception {
    program("bin/mvn", "echo 'Apache Maven " + version + "'");
    program("mvnw", "exit 0");
    assertThat(find().out()).isEqualTo(folder.resolve("mvnw") + "\n");
  }

  @Test
  void wrapperIsUsedWhereThereIsNoMaven() throws Exception {
    program("mvnw", "exit 0");
    assertThat(find().out()).isEqualTo(folder.resolve("mvnw") + "\n");
  }

  @Test
  void whatToInstallIsSaidWhereTheWrapperCannotDownload() throws Exception {
    program("mvnw", "echo 'no route to host' >&2; exit 1");
    Ended found = find();
    assertThat(found.status()).isEqualTo(1);
    assertThat(found.out()).isEmpty();
    assertThat(found.err())
        .isEqualTo(
            """
            no route to host
            Maven is missing and could not be downloaded: install Maven 3, at least 3.8.7.
            """);
  }

  @Test
  void buildAcceptsWhatTheScriptsTake() throws IOException {
    assertThat(Files.readString(RealPapack.HOME.resolve("pom.xml")))
        .containsPattern("<requireMavenVersion>\\s*<version>\\[3\\.8\\.7,4\\)</version>");
  }

  private Ended find() throws IOException, InterruptedException {
    program("bin/sed", "exec /bin/sed \"$@\"");
    return RealPapack.process(
        folder,
        Map.of("PATH", folder.resolve("bin").toString(), "home", folder.toString()),
        List.of(
            "/bin/sh",
            "-c",
            ". '" + RealPapack.HOME.resolve("scripts/find-maven.sh") + "'; find_maven"));
  }

  private void program(String name, String commands) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
