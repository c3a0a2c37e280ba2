package dev.papack.bank.sounds;

import dev.papack.media.Sound;
import java.io.IOException;

/**
 * A sound with the wanted number of channels: stereo becomes mono as {@code (l + r) / 2}, mono
 * becomes stereo by copying, and more channels are mixed by {@link SpeakerMix}.
 */
final class MixedSound implements Signal {
  private static final int BLOCK_FRAMES = 4_096;

  private final Sound sound;
  private final Sound.Samples samples;
  private final int channels;
  private final double[][] stored;
  private final SpeakerMix mix;

  /**
   * Mixes.
   *
   * @param sound any
   * @param samples its samples; whoever opened them closes them
   * @param channels 1 or 2
   */
  MixedSound(Sound sound, Sound.Samples samples, int channels) {
    this.sound = sound;
    this.samples = samples;
    this.channels = channels;
    this.stored = new double[sound.channels()][BLOCK_FRAMES];
    this.mix = SpeakerMix.of(sound.speakers(), channels);
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public int frameCount() {
    return sound.frameCount();
  }

  @Override
  public void read(int firstFrame, int frames, double[][] into, int offset) throws IOException {
    if (channels == sound.channels()) {
      samples.read(firstFrame, frames, into, offset);
      return;
    }
    for (int done = 0; done < frames; done += BLOCK_FRAMES) {
      int count = Math.min(BLOCK_FRAMES, frames - done);
      samples.read(firstFrame + done, count, stored, 0);
      if (sound.channels() > 2) {
        mix.mix(stored, count, into, offset + done);
      } else {
        mixTwo(count, into, offset + done);
      }
    }
  }

  private void mixTwo(int count, double[][] into, int offset) {
    for (int i = 0; i < count; i++) {
      if (channels == 1) {
        into[0][offset + i] = (stored[0][i] + stored[1][i]) / 2;
      } else {
        into[0][offset + i] = stored[0][i];
        into[1][offset + i] = stored[0][i];
      }
    }
  }
}
