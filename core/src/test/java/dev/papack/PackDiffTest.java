package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.papack.comparison.PackComparison;
import dev.papack.comparison.Verdict;
import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.ForwardingDisk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.WatchedFolder;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two packs of the disk; their last slice is that of an asset that differs. */
class PackDiffTest {
  private static final Path PACKS =
      Path.of(System.getProperty("papack.home", ""))
          .resolve("cli/src/test/golden/diff-changed-tiles/workspace");

  @TempDir Path folder;
  private Path older = Path.of("");
  private Path newer = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    older = Files.copy(PACKS.resolve("old.pa"), folder.resolve("old.pa"));
    newer = Files.copy(PACKS.resolve("new.pa"), folder.resolve("new.pa"));
  }

  private static void flipLastByte(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1] ^= 1;
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Packer packer(Disk disk) {
    return new Packer(disk, new Random(1), Capacity.ofProcess().withThreads(1));
  }

  @Test
  void verdictIsThatOfTheNewerPack() throws IOException, CancelledException {
    assertThat(packer(new SystemDisk()).diff(older, newer))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            accepted ->
                assertThat(accepted.value())
                    .isInstanceOfSatisfying(
                        PackComparison.class,
                        comparison ->
                            assertThat(comparison.verdict()).isEqualTo(Verdict.BREAKING)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"old.pa", "new.pa", "old.pa new.pa"})
  void everyPackAtFaultIsNamedOnce(String damaged) throws IOException, CancelledException {
    List<String> paths =
        List.of(damaged.split(" ", -1)).stream()
            .map(name -> folder.resolve(name).toString())
            .toList();
    paths.forEach(path -> flipLastByte(Path.of(path)));
    assertThat(packer(new SystemDisk()).diff(older, newer).diagnostics())
        .extracting((Diagnostic fault) -> fault.location().path())
        .containsExactlyInAnyOrderElementsOf(paths);
  }

  @ParameterizedTest
  @ValueSource(strings = {"old.pa", "new.pa"})
  void packThatChangesBehindItsVerificationIsNotCompared(String name) {
    Packer packer = packer(new ChangingDisk(folder.resolve(name)));
    DiskException thrown =
        catchThrowableOfType(DiskException.class, () -> packer.diff(older, newer));
    assertThat(thrown.trouble()).isEqualTo(DiskException.Trouble.CHANGED);
    assertThat(thrown).hasMessageContaining(name);
  }

  /** Changes the last byte of a file once it has been read. */
  private static final class ChangingDisk extends ForwardingDisk implements WatchedFolder.Watch {
    private final Path file;
    private final long sizeBytes;
    private boolean isChanged;

    ChangingDisk(Path file) {
      super(new SystemDisk());
      this.file = file;
      this.sizeBytes = file.toFile().length();
    }

    @Override
    public ReadableDirectory openForReading(Path opened, String displayPath) throws IOException {
      return new WatchedFolder(super.openForReading(opened, displayPath), this);
    }

    @Override
    public void read(String path, long positionBytes, ByteBuffer into, int count) {
      if (file.endsWith(path) && positionBytes + count == sizeBytes && !isChanged) {
        isChanged = true;
        flipLastByte(file);
      }
    }
  }
}
