package dev.papack.cli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The fence in a process of its own: what it refuses there is possible without it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has Landlock")
class LandlockTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("game/assets"));
    Files.createDirectories(folder.resolve("game/.papack"));
    Files.createDirectories(folder.resolve("beside"));
    Files.createDirectories(folder.resolve("beside/emptied"));
    Files.createDirectories(folder.resolve("game/emptied"));
    Files.createFile(folder.resolve("beside/old"));
    Files.createFile(folder.resolve("game/assets/a.png"));
  }

  private List<String> trials(String mode) throws IOException, InterruptedException {
    return JavaProcess.run(
            List.of("--enable-native-access=ALL-UNNAMED"),
            WritingProgram.class,
            folder.resolve("game").toRealPath().toString(),
            folder.resolve("beside").toRealPath().toString(),
            mode)
        .expectDone()
        .lines()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void everythingIsPossibleWithoutTheFence() throws Exception {
    assertThat(trials("free"))
        .hasSize(22)
        .allSatisfy(trial -> assertThat(trial).endsWith(": possible"));
  }

  @Test
  void fenceRefusesToOpenSourcesAndToChangeAnythingElsewhere() throws Exception {
    List<String> trials = trials("fenced");
    Assumptions.assumeFalse(
        trials.getFirst().contains("fence Unavailable"),
        () -> "this kernel has no Landlock: " + trials.getFirst());
    // Linux 7.0 fences this one, too.
    assertThat(trials.remove(1)).startsWith("a source on a thread from before: ");
    assertThat(trials)
        .containsExactly(
            "filter InForce[], fence InForce[]",
            "a source: refused",
            "a source on a new thread: refused",
            "a source on a virtual thread: refused",
            "a source in the common pool: refused",
            "a new file among the sources: refused",
            "a new file beside: refused",
            "a new folder beside: refused",
            "a new folder on a bent path: refused",
            "a new link beside: refused",
            "a deletion beside: refused",
            "a deletion of a folder beside: refused",
            "a deletion of a folder of the workspace: possible",
            "a file of the control folder: possible",
            "its renaming beside: refused",
            "another file there: possible",
            "its renaming into the workspace: possible",
            "the renamed file: refused",
            "reading: possible",
            "the memory of another process: refused",
            "the environment of another process: refused",
            "what everybody may know of it: possible");
  }

  /** A right that a kernel does not know would make it refuse the whole set of rules. */
  @Test
  void everyVersionIsAskedForWhatItKnows() {
    assertThat(Stream.of(1, 2, 3, 4, 5, 6, 7).map(LandlockAbi::new))
        .extracting(LandlockAbi::handledFiles)
        .containsExactly(0x1FF3L, 0x3FF3L, 0x7FF3L, 0x7FF3L, 0xFFF3L, 0xFFF3L, 0xFFF3L);
    assertThat(Stream.of(3, 4).map(LandlockAbi::new))
        .extracting(LandlockAbi::handledNetwork)
        .containsExactly(0L, 3L);
    assertThat(Stream.of(5, 6, 7, 8).map(LandlockAbi::new))
        .extracting(LandlockAbi::scopes)
        .containsExactly(0L, 1L, 3L, 3L);
    assertThat(Stream.of(7, 8, 9).map(LandlockAbi::new))
        .extracting(LandlockAbi::threads)
        .containsExactly(0L, 8L, 8L);
    assertThat(Stream.of(3, 4, 5, 6).map(LandlockAbi::new))
        .extracting(LandlockAbi::rulesetBytes)
        .containsExactly(8, 16, 16, 24);
    for (int version = 1; version <= 7; version++) {
      LandlockAbi abi = new LandlockAbi(version);
      assertThat(abi.rights(Extent.CONTENTS) & ~abi.handledFiles()).isZero();
      assertThat(abi.rights(Extent.ENTRIES) & 0x4002L).as("writing and truncating").isZero();
    }
  }
}
