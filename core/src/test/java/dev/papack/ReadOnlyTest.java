package dev.papack;

import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.TestDisk;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Recorded;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Readers write nothing, not even control data. */
class ReadOnlyTest {
  private static final Set<String> WRITING =
      Set.of("create", "append", "rename", "delete", "flush", "lock");

  static Disk readOnly(Disk real) {
    return TestDisk.with(
        real,
        (number, operation) -> {
          if (WRITING.contains(operation.substring(0, operation.indexOf(' ')))) {
            throw new DiskException(
                DiskException.Trouble.READ_ONLY, operation, "Read-only file system");
          }
        });
  }

  @Test
  void readersWorkOnAReadOnlyDiskAndWritersSayWhy() throws Exception {
    TestWorkspace workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFF112233).add("assets");
    workspace.build();
    workspace.delete(".papack/lock").delete(".papack");
    Session session = workspace.session(readOnly(workspace.disk));
    assertThat(session.check(Drift.TOLERATED)).isInstanceOf(Outcome.Accepted.class);
    assertThat(session.plan(Drift.TOLERATED)).isInstanceOf(Outcome.Accepted.class);
    assertThat(session.list()).isInstanceOf(Outcome.Accepted.class);
    assertThat(session.inspect()).isInstanceOf(Outcome.Accepted.class);
    assertThat(session.verify(Recorded.IGNORED)).isInstanceOf(Outcome.Accepted.class);
    assertThatThrownBy(() -> session.build(Drift.TOLERATED))
        .isInstanceOfSatisfying(
            DiskException.class,
            trouble ->
                assertThat(Packer.diagnose(trouble).code()).isEqualTo(DiagnosticCode.PERMISSION));
    assertThatThrownBy(() -> session.remove("hero", Effect.WRITE))
        .isInstanceOf(DiskException.class);
    assertThat(workspace.has(".papack")).isFalse();
  }

  @Test
  void readersReportAnUnfinishedPublicationAndLeaveIt() throws Exception {
    TestWorkspace workspace = TestWorkspace.create();
    workspace.write(".papack/journal.json", "damaged");
    Session session = workspace.session(readOnly(workspace.disk));
    assertThat(codes(session.check(Drift.TOLERATED))).containsExactly(DiagnosticCode.JSON_SYNTAX);
    assertThat(codes(session.list())).containsExactly(DiagnosticCode.PUBLICATION_UNFINISHED);
    assertThat(codes(session.plan(Drift.TOLERATED))).containsExactly(DiagnosticCode.JSON_SYNTAX);
    assertThat(codes(session.verify(Recorded.IGNORED)))
        .containsExactly(DiagnosticCode.JSON_SYNTAX, DiagnosticCode.PACK_NOT_FOUND);
    assertThat(workspace.read(".papack/journal.json")).isEqualTo("damaged");
  }
}
