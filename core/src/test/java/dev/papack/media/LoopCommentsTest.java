package dev.papack.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopCommentsTest {
  private static SoundLoops loops(String comments) {
    LoopComments loops = new LoopComments(Location.of(Artifact.SOURCE, "a.flac"));
    for (String comment : comments.split(" ", -1)) {
      loops.take(comment, 70);
    }
    return loops.loops();
  }

  @ParameterizedTest
  @CsvSource({
    "LOOPSTART=100 LOOPLENGTH=200, 100, 299",
    "LOOPSTART=100 LOOPEND=300, 100, 299",
    "loopend=300 LoopStart=100, 100, 299",
    "LOOPSTART=100 LOOPLENGTH=200 LOOPEND=300, 100, 299",
    "LOOPSTART=100 LOOPLENGTH=200 LOOPEND=299, 100, 299",
    "LOOPSTART=100 LOOPSTART=100 LOOPLENGTH=200, 100, 299",
    "LOOPSTART=0 LOOPEND=0, 0, -1",
    "TITLE=x LOOPSTART=999999999999999 LOOPLENGTH=999999999999999, 999999999999999, 1999999999999997"
  })
  void loopIsTaken(String comments, long first, long last) {
    SoundLoops loops = loops(comments);
    assertThat(loops.forward()).contains(new SoundLoop(first, last, 0, 70));
    assertThat(loops.oddity()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LOOPSTART=100, LOOPSTART alone",
    "LOOPEND=100, LOOPEND alone",
    "LOOPEND=100 LOOPLENGTH=100, LOOPEND and LOOPLENGTH alone",
    "LOOPSTART=1.5 LOOPEND=9, no number",
    "LOOPSTART=-1 LOOPEND=9, no number",
    "LOOPSTART= LOOPEND=9, no number",
    "LOOPSTART=1 LOOPSTART=2 LOOPEND=9, 1 and 2",
    "LOOPSTART=1 LOOPLENGTH=5 LOOPEND=9, LOOPEND is 9",
    "LOOPSTART=1 LOOPEND=9999999999999999, no number"
  })
  void loopInDoubtIsAWarningAndNotTaken(String comments, String reason) {
    SoundLoops loops = loops(comments);
    assertThat(loops.forward()).isEmpty();
    Diagnostic warning = loops.oddity().orElseThrow();
    assertThat(warning.code()).isEqualTo(DiagnosticCode.LOOP_COMMENTS);
    assertThat(warning.message()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({"TITLE=LOOPSTART=1", "LOOPSTART", "=LOOPSTART", "LOOPSTARTS=1"})
  void otherCommentsSayNothing(String comment) {
    assertThat(loops(comment)).isEqualTo(SoundLoops.NONE);
  }

  @Test
  void commentsThatWereNotReadToTheirEndAreAWarningUnlessTheLoopIsKnown() {
    LoopComments loops = new LoopComments(Location.of(Artifact.SOURCE, "a.ogg"));
    loops.cut(1 << 20);
    assertThat(loops.loops().oddity()).isPresent();
    loops = new LoopComments(Location.of(Artifact.SOURCE, "a.ogg"));
    loops.take("LOOPSTART=1", 0);
    loops.take("LOOPEND=2", 0);
    loops.cut(1 << 20);
    assertThat(loops.loops().oddity()).isEmpty();
  }
}
