package dev.papack;

import static dev.papack.ChangingWorkspace.changed;
import static dev.papack.ChangingWorkspace.patient;
import static dev.papack.ChangingWorkspace.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Severity;
import dev.papack.disk.Disk;
import dev.papack.progress.CancelledException;
import dev.papack.watch.Watch;
import dev.papack.watch.WatchEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that does not tell what changes, or not any longer: then papack looks, and says so. */
@Tag("slow")
class WatchFallbackTest {
  @TempDir private Path temporary = Path.of("");

  private ChangingWorkspace workspace(Disk disk) throws Exception {
    ChangingWorkspace workspace = ChangingWorkspace.create(temporary.resolve("game"), disk);
    workspace.write("old/hero.txt", "hero");
    workspace.write("old/deep/hero.txt", "hero");
    return workspace;
  }

  private static Diagnostic polling(Watch watch) throws Exception {
    return ((WatchEvent.Polling) watch.next(patient())).diagnostic();
  }

  @Test
  void exhaustedSystemIsReplacedByLooking() throws Exception {
    ChangingWorkspace workspace = workspace(ChangingWorkspace.tellingOf(3));
    try (Watch watch = workspace.watch()) {
      assertThat(polling(watch))
          .extracting(Diagnostic::code, Diagnostic::severity, Diagnostic::message)
          .containsExactly(
              DiagnosticCode.WATCH_POLLS,
              Severity.WARNING,
              "the system tells no more of what changes (User limit of inotify watches reached),"
                  + " so papack looks at every file again and again");
      workspace.write("old/deep/hero.txt", "other");
      assertThat(texts(changed(watch))).containsExactly("old/deep/hero.txt");
    }
  }

  @Test
  void systemThatIsExhaustedLaterLosesNothing() throws Exception {
    ChangingWorkspace workspace = workspace(ChangingWorkspace.tellingOf(4));
    try (Watch watch = workspace.watch()) {
      workspace.write("new/hero.txt", "new");
      assertThat(polling(watch).severity()).isEqualTo(Severity.WARNING);
      assertThat(changed(watch).count()).isPositive();
      workspace.write("new/hero.txt", "newer");
      assertThat(texts(changed(watch))).containsExactly("new/hero.txt");
    }
  }

  @Test
  void fileSystemThatDoesNotTellIsLookedAt() throws Exception {
    ChangingWorkspace workspace = workspace(ChangingWorkspace.silent());
    try (Watch watch = workspace.watch()) {
      assertThat(polling(watch).severity()).isEqualTo(Severity.NOTE);
      Files.delete(workspace.path("old/hero.txt"));
      Files.move(workspace.path("old/deep"), workspace.path("young"));
      assertThat(texts(changed(watch)))
          .containsExactly(
              "old/deep", "old/deep/hero.txt", "old/hero.txt", "young", "young/hero.txt");
      assertThat(watch.staysQuiet(Duration.ofMillis(50), patient())).isTrue();
      assertThatThrownBy(() -> watch.next(ChangingWorkspace.until(() -> true)))
          .isInstanceOf(CancelledException.class);
    }
  }
}
