package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.FileType;
import dev.papack.disk.TestDisk;
import dev.papack.result.Added;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Directory order, threads, locale and time zone reach no output. */
class DeterminismTest {
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @AfterEach
  void restoreDefaults() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  private record Result(
      Added added,
      List<Diagnostic> faults,
      Map<String, String> authored,
      Map<String, String> published) {}

  private static Result run(long listingSeed, int threads) throws Exception {
    TestWorkspace workspace = TestWorkspace.create();
    for (int i = 0; i < 12; i++) {
      workspace.picture("assets/INSEL/Iris" + i + ".png", 0xFF000000 | 31 * i);
      workspace.sound("assets/İ/ıris" + i + ".wav", i, 2, 3);
      workspace.write("assets/bad/" + i + ".png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1});
    }
    Session session = workspace.session(TestDisk.shuffled(workspace.disk, listingSeed), threads);
    Added added = accepted(session.add(workspace.request("assets"), Effect.WRITE));
    accepted(session.build(Drift.TOLERATED));
    Map<String, String> published = workspace.published();
    workspace
        .write("assets/INSEL/Iris3.png", "cut")
        .write("assets/INSEL/Iris5.asset.json", "{")
        .plant("assets/INSEL/Iris7.png", FileType.LINK)
        .delete("assets/İ/ıris1.wav");
    List<Diagnostic> faults = new ArrayList<>(session.check(Drift.TOLERATED).diagnostics());
    assertThat(session.build(Drift.TOLERATED).diagnostics()).isEqualTo(faults);
    return new Result(added, faults, workspace.authored(), published);
  }

  @Test
  void nothingOfTheMachineReachesAnOutput() throws Exception {
    Result expected = run(0, 1);
    assertThat(expected.faults()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(expected.added().assets()).hasSize(24);
    for (int i = 1; i <= 6; i++) {
      Locale.setDefault(i % 2 == 0 ? Locale.of("tr", "TR") : Locale.of("ar", "EG"));
      TimeZone.setDefault(TimeZone.getTimeZone(i % 2 == 0 ? "Asia/Kathmandu" : "Pacific/Apia"));
      assertThat(run(i, i)).isEqualTo(expected);
    }
  }
}
