package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment slips into Java does not come through the script. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a POSIX shell")
class LauncherTest {
  @TempDir private Path folder = Path.of("");

  private Path agent = Path.of("");
  private Path trace = Path.of("");

  @BeforeEach
  void makeAgent() throws IOException {
    agent = folder.resolve("agent.jar");
    trace = folder.resolve("trace");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", HostileAgent.class.getName());
    String entry = HostileAgent.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(agent), manifest);
        InputStream code =
            Objects.requireNonNull(HostileAgent.class.getResourceAsStream("/" + entry))) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
    }
  }

  private Map<String, String> hostile(String variable) {
    return Map.of(variable, "-javaagent:" + agent + "=" + trace);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
  void optionsOfTheEnvironmentReachOrdinaryProgramsAndNotPapack(String variable) throws Exception {
    Ended control =
        RealPapack.process(
            folder, hostile(variable), List.of(RealPapack.JAVA.toString(), "-version"));
    assertThat(trace).as("the control: %s", control).exists();
    Files.delete(trace);

    Ended ended =
        RealPapack.install(Files.createDirectory(folder.resolve("home")))
            .run(folder, hostile(variable), "versions");
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(trace).doesNotExist();
  }

  @Test
  void classPathOfTheEnvironmentIsForgotten() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    RealPapack papack = RealPapack.install(home);
    // Instead of Java: says what it was given.
    Path jdk = folder.resolve("jdk");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    for (String program : List.of("java", "javac")) {
      Path file = jdk.resolve("bin").resolve(program);
      Files.writeString(file, "#!/bin/sh\nenv\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", jdk.toString(),
            "CLASSPATH", agent.toString(),
            "JAVA_TOOL_OPTIONS", "-Done",
            "JDK_JAVA_OPTIONS", "-Dtwo",
            "_JAVA_OPTIONS", "-Dthree",
            "LANGUAGE", "tr",
            "LC_ALL", "tr_TR.ISO-8859-9",
            "OTHER", "stays");
    Ended ended = papack.run(folder, environment, "versions");
    assertThat(ended.out().lines())
        .contains("OTHER=stays", "LC_ALL=C.UTF-8")
        .noneMatch(
            line -> line.matches("(CLASSPATH|LANGUAGE|.*JAVA_OPTIONS|JAVA_TOOL_OPTIONS)=.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POSIX", "C", "de_DE", "tr_TR.ISO-8859-9", "xx_YY.UTF-8"})
  void nameBeyondAsciiIsReadUnderEveryLocale(String locale) throws Exception {
    RealPapack papack = RealPapack.install(Files.createDirectory(folder.resolve("home")));
    Path workspace = Files.createDirectory(folder.resolve("game"));
    assertThat(Run.papack(workspace, "init").status()).isZero();
    TinyFiles.wav(workspace.resolve("assets/\u00e9t\u00e9.wav"), 22_050, 10);
    Ended ended = papack.run(workspace, Map.of("LC_ALL", locale), "doctor");
    assertThat(ended.err())
        .contains("no declaration uses \"assets/\u00e9t\u00e9.wav\"")
        .doesNotContain("PA3014");
  }
}
