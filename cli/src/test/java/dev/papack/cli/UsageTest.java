package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "bild, did you mean build?",
    "build --bogus, unknown option: '--bogus' (see papack build --help)",
    "add, missing required parameter: 'PATH'",
    "remove, missing required parameter: 'NAME'",
    "extract a -o b, missing required parameter: 'NAME|ID'",
    "add x --slot 256, '--slot takes 0 to 255, not 256'",
    "add x --slot x, 'is not an int'",
    "add x --alpha-threshold 0, '--alpha-threshold takes 1 to 255, not 0'",
    "add x --tile-size 9, '--tile-size takes 8 or 16 or 32, not \"9\"'",
    "add x --loop-mode backward, '--loop-mode says how a loop is played'",
    "add x --loop none --loop-mode backward, 'say which with --loop START..END'",
    "add x --loop 1..2 --loop-mode sideways, '--loop-mode takes forward or ping_pong or backward'",
    "add x --bank tile, '--bank takes tiles or sounds, not \"tile\"'",
    "add x --palettes none, '--palettes takes indexed or auto'",
    "add x --fit none, '--fit takes exact or pad'",
    "build a b, unmatched argument",
    "build --threads 0, '--threads takes 1'",
    "list --format xml, '--format takes text or json, not \"xml\"'",
    "list --format markdown, '--format takes text or json, not \"markdown\"'",
    "--format markdown build, '--format takes text or json, not \"markdown\"'",
    "diff a b --format xml, '--format takes text or json or markdown, not \"xml\"'",
    "diff a b --fail-on equal, '--fail-on takes compatible or breaking, not \"equal\"'",
    "diff a, missing required parameter: 'NEW'",
    "doctor --fix --yes, unknown option: '--yes'",
    "doctor --dry-run, --dry-run requires --fix",
    "check --quiet --verbose, --quiet and --verbose cannot be used together",
    "extract a b, missing required option: '--output=FILE'",
    "explain PA402, did you mean PA4002?",
    "explain version_to_new, did you mean VERSION_TOO_NEW?",
  })
  void wrongCommandLineIsOneLineAndTwo(String line, String message) {
    Run run = Run.papack(folder, line.split(" "));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("papack: ").contains(message).contains("--help)");
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void nothingSaidIsAnsweredWithHelpAndTwo() {
    Run run = Run.papack(folder);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Usage: papack COMMAND").contains("build");
  }

  @Test
  void whoAskedForJsonGetsItForAWrongCommandLineToo() {
    Run run = Run.papack(folder, "build", "--bogus", "--format", "json");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.result()).containsEntry("exit_status", 2L).containsKey("message");
  }

  @Test
  void whoAskedForJsonGetsItWithoutACommandToo() {
    Run run = Run.papack(folder, "--format", "json");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.result())
        .containsEntry("exit_status", 2L)
        .containsEntry("message", "no command given");
    assertThat(run.err()).contains("Usage: papack COMMAND");
  }

  @Test
  void argumentsAreEscapedInMessages() {
    Run run = Run.papack(folder, "\u001b[31mred\u202e");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("\\u{001B}[31mred\\u{202E}").doesNotContain("\u001b");
  }

  @Test
  void atFilesAreNotExpanded() {
    Run run = Run.papack(folder, "explain", "@" + folder.resolve("nosuch"));
    assertThat(run.err()).contains("unknown code \"@");
  }
}
