package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment or the current folder slips into Java does not come through the script. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a POSIX shell")
class LauncherTest {
  private static final int SIGABRT = 6;
  private static final int SIGSEGV = 11;
  private static final int SIGTERM = 15;
  private static final int MAX_TRIES = 3_000;
  private static final int PAUSE_MILLISECONDS = 10;

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

  @ParameterizedTest
  @ValueSource(strings = {"256m -javaagent:x.jar", "m", "1gg", "-1m", "1.5g", "1g;ls"})
  void aHeapThatIsNoSizeIsRefused(String heap) throws Exception {
    Ended ended =
        RealPapack.install(Files.createDirectory(folder.resolve("home")))
            .run(folder, Map.of("PAPACK_HEAP", heap), "versions");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("PAPACK_HEAP is a size such as 256m or 1g");
  }

  @Test
  void aHeapIsWhatJavaGets() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    RealPapack papack = RealPapack.install(home);
    Ended small = papack.run(folder, Map.of("PAPACK_HEAP", "24m"), "versions");
    assertThat(small.status()).as(small.err()).isZero();
    // The control: Java itself refuses a heap that it cannot have.
    Ended none = papack.run(folder, Map.of("PAPACK_HEAP", "1k"), "versions");
    assertThat(none.status()).isNotZero();
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

  @Test
  void filesOfTheCurrentFolderReachOrdinaryProgramsAndNotPapack() throws Exception {
    Path clean = Files.createDirectory(folder.resolve("clean"));
    Path hostile = Files.createDirectory(folder.resolve("hostile"));
    Files.writeString(hostile.resolve(".hotspotrc"), "+PrintFlagsFinal\n");
    Files.writeString(hostile.resolve(".hotspot_compiler"), "print *.*\n");
    Files.writeString(hostile.resolve("options"), "-showversion\n");
    Ended control =
        RealPapack.process(
            hostile, Map.of(), List.of(RealPapack.JAVA.toString(), "@options", "-version"));
    assertThat(control.out() + control.err())
        .as("the control")
        .contains(".hotspotrc file is present", ".hotspot_compiler file is present");

    RealPapack papack = RealPapack.install(Files.createDirectory(folder.resolve("home")));
    for (List<String> arguments :
        List.of(List.of("versions", "--quiet"), List.of("versions"), List.of("diff", "@options"))) {
      String[] command = arguments.toArray(String[]::new);
      assertThat(papack.run(hostile, Map.of(), command))
          .as("%s", arguments)
          .isEqualTo(papack.run(clean, Map.of(), command));
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "asks /proc what a process does with signals")
  void crashLeavesNothingInTheCurrentFolder() throws Exception {
    RealPapack papack = RealPapack.install(Files.createDirectory(folder.resolve("home")));
    assertThat(crash("control", "0", papack.withoutScript(List.of())))
        .as("the control")
        .anyMatch(name -> name.startsWith("hs_err_pid"));
    // As a user has it who wants to see the cores of other programs.
    assertThat(crash("game", "$(ulimit -H -c)", List.of(papack.script()))).isEmpty();
    assertThat(folder.resolve("game.out")).content().contains("SIGSEGV", "sent by kill");
  }

  /** Crashes a program that waits for its input, and gives what is new in its folder. */
  private List<String> crash(String name, String coreLimit, List<String> program) throws Exception {
    Process process = start(name, coreLimit, program);
    try {
      List<String> before = names(folder.resolve(name));
      assertThat(Files.readString(Path.of("/proc/" + process.pid() + "/limits")))
          .containsPattern("Max core file size +0 ");
      send("SEGV", process);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("no status of ours").isEqualTo(128 + SIGABRT);
      List<String> after = new ArrayList<>(names(folder.resolve(name)));
      after.removeAll(before);
      return after;
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "asks /proc what a process does with signals")
  void fileOfTheCurrentFolderOpensNoDoorToDebuggers() throws Exception {
    RealPapack papack = RealPapack.install(Files.createDirectory(folder.resolve("home")));
    Process control = start("control", "0", papack.withoutScript(List.of()));
    Path door = Path.of("/tmp/.java_pid" + control.pid());
    try {
      Files.createFile(folder.resolve("control/.attach_pid" + control.pid()));
      send("QUIT", control);
      await(control, () -> Files.exists(door));
    } finally {
      control.destroyForcibly().waitFor();
      Files.deleteIfExists(door);
    }

    Process process = start("game", "0", List.of(papack.script()));
    try {
      Files.createFile(folder.resolve("game/.attach_pid" + process.pid()));
      send("QUIT", process);
      // What Java does on this signal where nobody wants to attach.
      await(
          process, () -> Files.readString(folder.resolve("game.out")).contains("Full thread dump"));
      assertThat(Path.of("/tmp/.java_pid" + process.pid())).doesNotExist();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Starts a program that waits for its input, in a workspace of its own. */
  private Process start(String name, String coreLimit, List<String> program) throws Exception {
    Path workspace = Files.createDirectory(folder.resolve(name));
    assertThat(Run.papack(workspace, "init").status()).isZero();
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "ulimit -c " + coreLimit + "; exec \"$@\"", "sh"));
    command.addAll(program);
    command.addAll(List.of("registry", "check", "--against", "-"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workspace.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".out").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    await(process, () -> catches(process, SIGSEGV) && catches(process, SIGTERM));
    return process;
  }

  /** Whether a process handles a signal: Java does so once it has started. */
  private static boolean catches(Process process, int signal) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("SigCgt:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(line.length() - 16), 16))
        .anyMatch(signals -> (signals >>> (signal - 1) & 1) == 1);
  }

  private static void send(String signal, Process process) throws Exception {
    assertThat(
            RealPapack.process(
                    Path.of("."),
                    Map.of(),
                    List.of("sh", "-c", "kill -" + signal + " " + process.pid()))
                .status())
        .isZero();
  }

  private static void await(Process process, Callable<Boolean> condition) throws Exception {
    for (int tries = 0; !condition.call(); tries++) {
      assertThat(process.isAlive() && tries < MAX_TRIES).as("tries: %s", tries).isTrue();
      Thread.sleep(PAUSE_MILLISECONDS);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /**
   * The script for Windows cannot run here; it at least says the same to Java. It leaves the choice
   * of compilers to Java, which only takes longer.
   */
  @Test
  void bothScriptsGiveJavaTheSameOptions() throws IOException {
    Set<String> options = options("scripts/launch.sh");
    assertThat(options).hasSizeGreaterThan(6);
    // Windows knows no limit for cores, but this option.
    options.add("-XX:-CreateCoredumpOnCrash");
    assertThat(options("papack.cmd")).isEqualTo(options);
  }

  /** Where it is set, cd goes elsewhere than to a relative folder, and prints where. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "papack",
        "verify",
        "examples/lighthouse/ci.sh",
        "scripts/check-reproducible.sh",
        "scripts/dist",
        "scripts/fuzz",
        "scripts/mutation",
        "scripts/release",
        "scripts/sound-references",
        "scripts/vscode-extension"
      })
  void scriptsThatGoToTheirFolderForgetWhereElseToLook(String script) throws IOException {
    String text = Files.readString(RealPapack.HOME.resolve(script));
    // A script may print others.
    assertThat(Pattern.compile("(?m)^#!/bin/sh$").splitAsStream(text))
        .filteredOn(program -> program.contains("$0"))
        .isNotEmpty()
        .allSatisfy(program ->
            assertThat(program.substring(0, program.indexOf("$0"))).contains("\nunset CDPATH\n"));
  }

  private static Set<String> options(String script) throws IOException {
    return Files.readAllLines(RealPapack.HOME.resolve(script)).stream()
        .filter(line ->
            !line.strip().startsWith("#") && !line.contains("AOT") && !line.contains("jit="))
        .flatMap(line -> Pattern.compile("-XX:[^ \"]+").matcher(line).results())
        .map(option -> option.group().replace("/dev/null", "NUL"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
