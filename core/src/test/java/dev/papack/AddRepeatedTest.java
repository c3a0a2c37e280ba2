package dev.papack;

import static dev.papack.TestWorkspace.blames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.media.flac.FlacFile;
import dev.papack.result.Added;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sounds that lie beside themselves in another format. */
class AddRepeatedTest {
  private static final int FRAMES = 5_000;
  private static final int RATE_HZ = 22_050;

  private final TestWorkspace workspace;

  AddRepeatedTest() throws Exception {
    workspace = TestWorkspace.create();
  }

  private static int[] tone(int frames, double step) {
    int[] tone = new int[frames];
    Arrays.setAll(tone, i -> (int) (8_000 * Math.sin(i * step)));
    return tone;
  }

  private static byte[] flac(int rateHz, int[] samples) {
    long[] channel = Arrays.stream(samples).asLongStream().toArray();
    return new FlacFile(16, rateHz, new long[][] {channel}, 4_096).bytes();
  }

  private void writeJumpTwice() {
    workspace
        .sound("assets/jump.wav", tone(FRAMES, 0.1))
        .write("assets/jump.flac", flac(RATE_HZ, tone(FRAMES, 0.1)));
  }

  private void assertAdded(Added added, int assets, String... findings) {
    assertThat(added.assets()).hasSize(assets);
    assertThat(blames(added.findings())).containsExactly(findings);
  }

  @Test
  void sameSoundInALaterFormatIsNamedAndNotAdded() throws Exception {
    writeJumpTwice();
    assertAdded(workspace.add("assets"), 1, "SOUND_REPEATED assets/jump.flac");
  }

  @Test
  void sameSoundIsAddedIfItIsNamed() throws Exception {
    writeJumpTwice();
    assertAdded(workspace.add("assets/jump.flac"), 1, "SOUND_REPEATED assets/jump.flac");
  }

  @Test
  void anotherSoundOfTheSameNameIsAnAsset() throws Exception {
    workspace
        .sound("assets/pitch.wav", tone(FRAMES, 0.1))
        .write("assets/pitch.flac", flac(RATE_HZ, tone(FRAMES, 0.2)))
        .sound("assets/length.wav", tone(FRAMES, 0.1))
        .write("assets/length.flac", flac(RATE_HZ, tone(FRAMES + 1, 0.1)))
        .sound("assets/rate.wav", tone(FRAMES, 0.1))
        .write("assets/rate.flac", flac(44_100, tone(FRAMES, 0.1)))
        .write("assets/name.flac", flac(RATE_HZ, tone(FRAMES, 0.1)));
    assertAdded(workspace.add("assets"), 7);
  }

  @Test
  void soundBesideADamagedOneIsAnAsset() throws Exception {
    workspace
        .write("assets/jump.wav", "RIFF and no more")
        .write("assets/jump.flac", flac(RATE_HZ, tone(FRAMES, 0.1)));
    assertAdded(workspace.add("assets"), 1);
  }
}
