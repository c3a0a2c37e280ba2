package dev.papack.bank.sounds;

/**
 * A sine of amplitude 1 on one channel, exact in double precision.
 *
 * @param cyclesPerFrame its frequency
 */
record Tone(double cyclesPerFrame, int frameCount) implements Signal {
  @Override
  public int channels() {
    return 1;
  }

  @Override
  public void read(int firstFrame, int frames, double[][] into, int offset) {
    for (int i = 0; i < frames; i++) {
      into[0][offset + i] = at(firstFrame + i);
    }
  }

  double at(double frame) {
    return Math.sin(2 * Math.PI * cyclesPerFrame * frame);
  }

  double quadratureAt(double frame) {
    return Math.cos(2 * Math.PI * cyclesPerFrame * frame);
  }
}
