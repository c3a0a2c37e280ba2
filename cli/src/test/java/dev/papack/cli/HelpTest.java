package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
  @TempDir Path folder;

  static List<Command> commands() {
    return CommandLines.COMMANDS;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfACommandNamesItsOptionsExamplesAndStatuses(Command command) {
    String[] words = (command.name() + " --help").split(" ", -1);
    Run run = Run.papack(folder, words);
    assertThat(run.status()).isZero();
    CommandLine.ParseResult parsed = CommandLines.create().parseArgs(words);
    for (OptionSpec option : CommandLines.words(parsed).getLast().commandSpec().options()) {
      assertThat(run.out()).contains(option.names());
    }
    assertThat(run.out()).contains("Examples:\n  ").contains("papack " + command.name());
    assertThat(run.out()).contains("  0    success").contains("  2    the command line is invalid");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void examplesAreCommandLinesThatParse(Command command) {
    for (String example : command.help().examples()) {
      List<String> words =
          Arrays.stream(example.split("[ ()]"))
              .dropWhile(word -> !word.equals("papack"))
              .skip(1)
              .takeWhile(word -> !word.equals(">"))
              .toList();
      CommandLine.ParseResult parsed =
          CommandLines.create().parseArgs(words.toArray(String[]::new));
      assertThat(CommandLines.find(CommandLines.words(parsed))).contains(command);
    }
  }

  @Test
  void helpWithoutTheCommandsParsersIsTheSame() {
    assertThat(CommandLines.createFor("--help").getUsageMessage(CommandLine.Help.Ansi.OFF))
        .isEqualTo(CommandLines.create().getUsageMessage(CommandLine.Help.Ansi.OFF));
  }

  @Test
  void helpListsEveryCommand() {
    Run run = Run.papack(folder, "--help");
    assertThat(run.status()).isZero();
    assertThat(commands())
        .extracting(command -> command.name().split(" ", -1)[0])
        .allSatisfy(word -> assertThat(run.out()).contains("  " + word + " "));
  }

  @Test
  void helpOfAGroupListsItsCommands() {
    for (CommandGroup group : CommandLines.GROUPS) {
      Run run = Run.papack(folder, group.name(), "--help");
      assertThat(run.status()).isZero();
      assertThat(commands().stream().filter(group::holds))
          .isNotEmpty()
          .extracting(command -> command.name().split(" ", -1)[1])
          .allSatisfy(word -> assertThat(run.out()).contains("  " + word + " "));
    }
  }

  @Test
  void groupWithoutCommandIsAMisuse() {
    Run run = Run.papack(folder, "registry", "--format", "json");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("papack registry COMMAND").contains("rebuild");
    assertThat(run.member("message")).isEqualTo("no command given");
  }

  @Test
  void helpIsGivenWhereverItIsAskedFor() {
    for (String line : List.of("merge file --help", "merge --help file a b c")) {
      assertThat(Run.papack(folder, line.split(" ", -1)).status()).isZero();
    }
  }

  @Test
  void completionNamesCommandsAndOptions() {
    String script = Run.papack(folder, "completion").out();
    assertThat(commands())
        .extracting(command -> command.name().split(" ", -1))
        .allSatisfy(words -> assertThat(script).contains(words));
    assertThat(script).contains("--alpha-threshold").contains("complete -F _complete_papack");
  }

  @Test
  void bashUnderstandsTheCompletion() throws IOException, InterruptedException {
    Path bash = Path.of("/bin/bash");
    Assumptions.assumeTrue(Files.isExecutable(bash), "there is no /bin/bash");
    Path script = folder.resolve("completion.sh");
    Files.writeString(script, Run.papack(folder, "completion").out());
    Process process =
        new ProcessBuilder(
                bash.toString(),
                "-c",
                "source '"
                    + script
                    + "' && COMP_WORDS=(papack bu) && COMP_CWORD=1"
                    + " && _complete_papack && echo \"${COMPREPLY[@]}\"")
            // compopt complains when no completion is going on.
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.inputReader().readAllAsString()).isEqualTo("build\n");
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}
