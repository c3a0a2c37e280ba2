/** Values that look random and are the same on every machine. */
record Noise(int seed) {
  /** 0 inclusive to 1 exclusive, for a place. */
  double at(int x, int y) {
    int hash = seed * 0x9e3779b1 ^ x * 0x85ebca6b ^ y * 0xc2b2ae35;
    hash = (hash ^ hash >>> 15) * 0x2c1b3c6d;
    hash = (hash ^ hash >>> 12) * 0x297a2d39;
    hash ^= hash >>> 15;
    return (hash >>> 8) / (double) (1 << 24);
  }

  /** -1 to 1, smooth, and the same again after 16 pixels, so that tiles join. */
  double wave(int x, int y) {
    double turn = 2 * Math.PI / 16;
    double phase = seed * 0.7;
    return 0.5 * StrictMath.sin(turn * 2 * x + phase + turn * y)
        + 0.3 * StrictMath.sin(turn * 3 * y + 2 * phase)
        + 0.2 * StrictMath.sin(turn * 5 * x - turn * 4 * y);
  }
}
