package dev.papack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.TestDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One file, read once, whole, as it was at one moment. */
class FileReaderTest {
  private static final Path TOP = Path.of("/w");
  private static final String FILE = "w/a/hero.png";

  private MemoryDisk disk;

  @BeforeEach
  void write() {
    disk = new MemoryDisk();
    disk.write(FILE, "0123456789");
  }

  private static Outcome<Snapshot> read(TestDisk behind, String path, long maxBytes)
      throws IOException {
    try (ReadableDirectory folder = behind.openForReading(TOP, "")) {
      return FileReader.read(folder, RelativePath.of(path), maxBytes, Artifact.SOURCE);
    }
  }

  private Outcome<Snapshot> read(String path, long maxBytes) throws IOException {
    TestDisk healthy = TestDisk.healthy(disk);
    Outcome<Snapshot> outcome = read(healthy, path, maxBytes);
    assertThat(healthy.openHandles()).isZero();
    return outcome;
  }

  private static List<DiagnosticCode> codes(Outcome<?> outcome) {
    return outcome.diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void limitIsInclusive() throws Exception {
    assertThat(read("a/hero.png", 10)).isInstanceOf(Outcome.Accepted.class);
    assertThat(codes(read("a/hero.png", 9))).containsExactly(DiagnosticCode.SOURCE_SIZE);
  }

  @Test
  void whatIsNoFileIsRefusedUnread() throws Exception {
    disk.plant("w/link", FileType.LINK).plant("w/pipe", FileType.SPECIAL);
    Map<String, DiagnosticCode> expected =
        Map.of(
            "link", DiagnosticCode.LINK_REFUSED,
            "link/inside", DiagnosticCode.LINK_REFUSED,
            "pipe", DiagnosticCode.SPECIAL_FILE,
            "pipe/inside", DiagnosticCode.SPECIAL_FILE,
            "a", DiagnosticCode.SOURCE_MISSING,
            "b", DiagnosticCode.SOURCE_MISSING,
            "b/inside", DiagnosticCode.SOURCE_MISSING,
            "a/hero.png/inside", DiagnosticCode.SOURCE_MISSING);
    for (Map.Entry<String, DiagnosticCode> entry : expected.entrySet()) {
      assertThat(codes(read(entry.getKey(), 10)))
          .as(entry.getKey())
          .containsExactly(entry.getValue());
    }
  }

  /** What other programs do to the file, one kind after the other. */
  enum Meddling {
    REWRITTEN {
      @Override
      void with(MemoryDisk disk) {
        disk.write(FILE, "abcdefghij");
      }
    },
    CUT {
      @Override
      void with(MemoryDisk disk) {
        disk.write(FILE, "0123");
      }
    },
    GROWN {
      @Override
      void with(MemoryDisk disk) {
        disk.write(FILE, "0123456789+");
      }
    },
    DELETED {
      @Override
      void with(MemoryDisk disk) {
        if (disk.has(FILE)) {
          disk.delete(FILE);
        }
      }
    },
    LINKED {
      @Override
      void with(MemoryDisk disk) {
        disk.plant(FILE, FileType.LINK);
      }
    },
    PIPED {
      @Override
      void with(MemoryDisk disk) {
        disk.plant(FILE, FileType.SPECIAL);
      }
    };

    abstract void with(MemoryDisk disk);
  }

  @Test
  void fileThatChangesAnywhereInBetweenIsOldNewOrAFaultAndNeverAMixture() throws Exception {
    int faults = 0;
    for (Meddling meddling : Meddling.values()) {
      TestDisk counting = TestDisk.healthy(disk);
      read(counting, "a/hero.png", 100);
      for (int n = 1; n <= counting.operations(); n++) {
        int at = n;
        MemoryDisk copy = disk.copy();
        TestDisk meddled =
            TestDisk.with(
                copy,
                (number, operation) -> {
                  if (number == at) {
                    meddling.with(copy);
                  }
                });
        try {
          if (read(meddled, "a/hero.png", 100)
              instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, var notes)) {
            assertThat(StandardCharsets.UTF_8.decode(snapshot.bytes()).toString())
                .as("%s at %s", meddling, n)
                .isIn("0123456789", "abcdefghij", "0123", "0123456789+");
          } else {
            faults++;
          }
        } catch (DiskException changed) {
          assertThat(changed.path()).isEqualTo("a/hero.png");
          faults++;
        }
        assertThat(meddled.openHandles()).isZero();
      }
    }
    assertThat(faults).isGreaterThan(Meddling.values().length);
  }

  @Test
  void changeInTheMiddleOfTheReadIsAFault() {
    for (Meddling meddling : List.of(Meddling.REWRITTEN, Meddling.CUT, Meddling.GROWN)) {
      MemoryDisk copy = disk.copy();
      TestDisk meddled =
          TestDisk.with(
              copy,
              (number, operation) -> {
                if (operation.startsWith("read ")) {
                  meddling.with(copy);
                }
              });
      assertThatThrownBy(() -> read(meddled, "a/hero.png", 100))
          .as(meddling.name())
          .isInstanceOfSatisfying(
              DiskException.class,
              thrown -> assertThat(thrown.trouble()).isEqualTo(DiskException.Trouble.CHANGED));
    }
  }
}
