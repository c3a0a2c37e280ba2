package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Manual pages and completions cover the grammar, and the programs that read them take them. */
final class ShellFilesTest {
  private static final Map<String, String> FILES = ShellFiles.of("1.2.3", "2026-11-30");

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  static List<Command> commands() {
    return CommandLines.COMMANDS;
  }

  private static String file(String name) {
    return Objects.requireNonNull(FILES.get(name), name);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void thePageOfACommandSaysWhatItsHelpSays(Command command) throws Exception {
    String page = man("man1/" + Manual.file(command));
    String help = Run.papack(folder, (command.name() + " --help").split(" ", -1)).out();
    // The help breaks its lines in other places than the page.
    List<String> words =
        Stream.of(help.split("\\s+"))
            .filter(word -> word.matches("[A-Za-z]{3,}[.,:]?|-{1,2}[a-z][-a-z0-9]*"))
            .filter(word -> !word.matches("Examples:|Arguments:|Options:|Exit|Usage:|status:"))
            .distinct()
            .toList();
    assertThat(words).hasSizeGreaterThan(20);
    assertThat(bare(page.split("[\\s\"]+"))).containsAll(bare(words.toArray(String[]::new)));
  }

  /** Words without the sign that ends a sentence or a part of one. */
  private static List<String> bare(String... words) {
    return Stream.of(words).map(word -> word.replaceAll("[.,:;]$", "")).toList();
  }

  /** The text of a page, without any program: the marks of its language undone. */
  private static String man(String name) {
    return file(name)
        .replaceAll("(?m)^\\.(TH|SH|B|BR|PP|TP|nf|fi|RS|RE|nh|ad l) ?", "")
        .replace("\\(dq", "\"")
        .replace("\\(aq", "'")
        .replace("\\(ti", "~")
        .replace("\\(ha", "^")
        .replace("\\(rs", "\\")
        .replace("\\-", "-");
  }

  @Test
  void everyCommandAndGroupHasAPageAndIsInTheListOfAll() {
    assertThat(FILES.keySet().stream().filter(name -> name.endsWith(".1")))
        .hasSize(CommandLines.COMMANDS.size() + CommandLines.GROUPS.size() + 1);
    for (Command command : CommandLines.COMMANDS) {
      assertThat(man("man1/papack.1"))
          .contains("papack-" + command.name().replace(' ', '-') + "(1)")
          .contains(command.help().summary());
    }
  }

  @Test
  void everyOptionIsInEveryCompletion() {
    List<CommandSpec> specs = new ArrayList<>();
    gather(CommandLines.create(), specs);
    assertThat(specs).hasSizeGreaterThan(CommandLines.COMMANDS.size());
    for (CommandSpec spec : specs) {
      for (OptionSpec option : spec.options()) {
        for (String name : option.names()) {
          assertThat(file("papack.bash")).contains(name);
          assertThat(file("_papack")).contains(name + (option.arity().max() == 0 ? "[" : ""));
          assertThat(file("papack.fish"))
              .contains(
                  name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1));
        }
      }
    }
  }

  private static void gather(CommandLine line, List<CommandSpec> specs) {
    specs.add(line.getCommandSpec());
    line.getSubcommands().values().forEach(inner -> gather(inner, specs));
  }

  @Test
  void groffTakesEveryPageWithoutAWarning() throws Exception {
    assume("groff");
    for (String name : FILES.keySet().stream().filter(one -> one.endsWith(".1")).toList()) {
      Said said = run("groff", "-man", "-ww", "-Tutf8", "-P-cbou", folder.resolve(name).toString());
      assertThat(said.err()).as(name).isEmpty();
      assertThat(said.out()).contains("NAME").contains("papack 1.2.3");
    }
  }

  @Test
  void bashSuggestsCommandsOptionsAndWords() throws Exception {
    assume("bash");
    String script = folder.resolve("papack.bash").toString();
    for (List<String> asked :
        List.of(
            List.of("papack bu", "build"),
            List.of("papack build --wat", "--watch"),
            List.of("papack registry reb", "rebuild"))) {
      String[] words = asked.getFirst().split(" ", -1);
      Said said =
          run(
              "bash",
              "-c",
              "source '"
                  + script
                  + "'; COMP_WORDS=("
                  + asked.getFirst()
                  + "); COMP_CWORD="
                  + (words.length - 1)
                  + "; _complete_papack 2>/dev/null; echo \"${COMPREPLY[@]}\"");
      assertThat(said.out().split("\\s+")).as(asked.getFirst()).contains(asked.getLast());
    }
  }

  @Test
  void zshSuggestsCommandsOptionsAndWords() throws Exception {
    assume("zsh");
    // What a person sees after the tab: a shell in a terminal of its own, which zsh itself makes.
    String asking =
        """
        zmodload zsh/zpty
        zpty shell "PS1= zsh -f -i"
        zpty -w shell "fpath=($1 \\$fpath); autoload -Uz compinit; compinit -D -u; PS1=; unsetopt beep"
        zpty -w shell "LISTMAX=1000; zstyle ':completion:*' list-prompt ''; bindkey '^I' complete-word"
        zpty -w shell "print rea''dy"
        while zpty -r shell line && [[ $line != ready* ]]; do :; done
        zpty -n -w shell "$2"$'\\t'
        zpty -n -w shell $'\\C-a#\\n'
        zpty -w shell "print -r -- do''ne"
        while zpty -r shell line && [[ $line != done* ]]; do print -r -- $line; done
        zpty -d shell
        """;
    for (List<String> asked :
        List.of(
            List.of("papack bui", "papack build"),
            List.of("papack build --watc", "--watch"),
            List.of("papack registry reb", "registry rebuild"),
            List.of("papack add --palettes ind", "indexed"))) {
      Said said = run("zsh", "-f", "-c", asking, "zsh", folder.toString(), asked.getFirst());
      assertThat(said.out()).as(asked.getFirst()).contains(asked.getLast());
    }
    assertThat(run("zsh", "-n", folder.resolve("_papack").toString()).err()).isEmpty();
  }

  @Test
  void fishSuggestsCommandsOptionsAndWords() throws Exception {
    assume("fish");
    String script = folder.resolve("papack.fish").toString();
    for (List<String> asked :
        List.of(
            List.of("papack bui", "build"),
            List.of("papack build --wat", "--watch"),
            List.of("papack -C game registry reb", "rebuild"),
            List.of("papack add --palettes ind", "indexed"))) {
      Said said =
          run(
              "fish",
              "--no-config",
              "-c",
              "source '" + script + "'; complete -C '" + asked.getFirst() + "'");
      assertThat(said.err()).isEmpty();
      assertThat(said.out().lines().map(line -> line.split("\t", 2)[0]))
          .as(asked.getFirst())
          .contains(asked.getLast());
    }
  }

  private record Said(String out, String err) {}

  private static void assume(String program) {
    boolean isThere =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
    Assumptions.assumeTrue(isThere, program + " is not installed");
  }

  private static Said run(String... command) throws IOException, InterruptedException {
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TERM", "dumb");
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Said(out, Files.readString(errors));
  }
}
