/** Rounded things, modelled from balls and lit from the upper left. */
final class Clay {
  private final Raster raster;
  private final Noise noise;
  private final double grain;

  /** {@code grain} is how far the noise may move a pixel's light: 0 for glass, 0.3 for leaves. */
  Clay(int width, int height, double grain) {
    this.raster = new Raster(width, height);
    this.noise = new Noise(width * 31 + height);
    this.grain = grain;
  }

  /**
   * Adds a ball in front of the others; {@code letters} is its ramp of colours, from dark to light.
   */
  Clay ball(double centreX, double centreY, double radiusX, double radiusY, String letters) {
    int[] ramp = Colour.ramp(letters);
    for (int y = 0; y < raster.height; y++) {
      for (int x = 0; x < raster.width; x++) {
        double across = (x + 0.5 - centreX) / radiusX;
        double down = (y + 0.5 - centreY) / radiusY;
        double depth = 1 - across * across - down * down;
        if (depth < 0) {
          continue;
        }
        double light = 0.5 * Math.sqrt(depth) - 0.42 * across - 0.55 * down;
        light += grain * (noise.at(x / 2, y) + noise.at(x, y / 2) - 1);
        int shade = (int) Math.floor((light + 0.55) / 1.4 * ramp.length);
        raster.set(x, y, ramp[Math.clamp(shade, 0, ramp.length - 1)]);
      }
    }
    return this;
  }

  Raster raster() {
    return raster;
  }
}
