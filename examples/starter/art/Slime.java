/** A slime that gathers itself, leaps and lands: one parametric drop, six frames. */
final class Slime {
  static final String PALETTE = ".kMNPQw";

  private record Pose(double halfWidth, int heightPixels, int liftPixels) {}

  private static final Pose[] POSES = {
    new Pose(5.6, 10, 0),
    new Pose(6.2, 8, 0),
    new Pose(6.7, 6, 0),
    new Pose(4.6, 12, 1),
    new Pose(5.2, 11, 3),
    new Pose(6.5, 7, 0)
  };

  private Slime() {}

  /** 96 x 16. */
  static Raster sheet() {
    Raster sheet = new Raster(96, 16);
    for (int frame = 0; frame < POSES.length; frame++) {
      sheet.draw(figure(POSES[frame]), frame * 16, 0);
    }
    return sheet;
  }

  private static Raster figure(Pose pose) {
    int[] ramp = Colour.ramp("MNPQ");
    Raster body = new Raster(16, 16);
    int bottom = 14 - pose.liftPixels;
    int top = bottom - pose.heightPixels + 1;
    for (int y = top; y <= bottom; y++) {
      double rise = (bottom - y + 0.5) / pose.heightPixels;
      double halfWidth = pose.halfWidth * Math.sqrt(1 - StrictMath.pow(rise, 3));
      if (y == bottom) {
        halfWidth -= 0.8;
      }
      for (int x = 0; x < 16; x++) {
        double across = (x - 7.5) / pose.halfWidth;
        if (Math.abs(x - 7.5) <= halfWidth) {
          double light = 0.30 + 0.75 * rise - 0.42 * across - 0.35 * across * across;
          int shade = light < 0.22 ? 0 : light < 0.52 ? 1 : light < 1.12 ? 2 : 3;
          body.set(x, y, ramp[shade]);
        }
      }
    }
    Raster figure = body.outlined(Colour.INK);
    int eyes = top + Math.max(2, pose.heightPixels * 2 / 5);
    for (int x : new int[] {5, 9}) {
      figure.rect(x, eyes, 2, pose.heightPixels < 8 ? 1 : 2, Colour.INK);
      figure.set(x, eyes, pose.heightPixels < 8 ? Colour.INK : Colour.CREAM);
    }
    figure.rect(7, eyes + (pose.heightPixels < 8 ? 1 : 2), 2, 1, Colour.VIOLET_1);
    figure.rect(4, top + 2 - (pose.heightPixels < 8 ? 1 : 0), 2, 1, Colour.CREAM);
    return figure;
  }
}
