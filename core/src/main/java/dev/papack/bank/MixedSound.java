package dev.papack.bank;

import dev.papack.media.Sound;

/**
 * A sound with the wanted number of channels: stereo becomes mono as {@code (l + r) / 2}, mono
 * becomes stereo by copying.
 *
 * @param sound 1 or 2 channels
 * @param channels 1 or 2
 */
record MixedSound(Sound sound, int channels) implements Signal {
  @Override
  public int frameCount() {
    return sound.frameCount();
  }

  @Override
  public double sample(int frame, int channel) {
    if (channels == sound.channels()) {
      return sound.sample(frame, channel);
    }
    return channels == 1
        ? (sound.sample(frame, 0) + sound.sample(frame, 1)) / 2
        : sound.sample(frame, 0);
  }
}
