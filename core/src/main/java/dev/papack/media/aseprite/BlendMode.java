package dev.papack.media.aseprite;

import java.util.Optional;

/**
 * How a pixel is put over another, exactly as Aseprite does it ({@code doc/blend_funcs.cpp}, with
 * the method that is new since its version 1.3): what a mode makes of both colours is drawn only as
 * far as there is a backdrop.
 */
enum BlendMode {
  NORMAL,
  MULTIPLY,
  SCREEN,
  OVERLAY,
  DARKEN,
  LIGHTEN,
  COLOR_DODGE,
  COLOR_BURN,
  HARD_LIGHT,
  SOFT_LIGHT,
  DIFFERENCE,
  EXCLUSION,
  HUE,
  SATURATION,
  COLOR,
  LUMINOSITY,
  ADDITION,
  SUBTRACT,
  DIVIDE;

  private static final int RGB = 0xFFFFFF;
  private static final BlendMode[] ALL = values();

  /** The mode that is stored under a number. */
  static Optional<BlendMode> of(int number) {
    return number < ALL.length ? Optional.of(ALL[number]) : Optional.empty();
  }

  /**
   * What Aseprite does in place of this mode between greys, which have no hue; that it takes
   * exclusion for addition there is a mistake of its own, which its pictures show.
   */
  BlendMode ofGreys() {
    return switch (this) {
      case HUE, SATURATION, COLOR, LUMINOSITY -> NORMAL;
      case ADDITION -> EXCLUSION;
      default -> this;
    };
  }

  /**
   * Puts a pixel over another.
   *
   * @param backdrop {@code 0xAARRGGBB}
   * @param source {@code 0xAARRGGBB}
   * @param opacity of the source, 0 to 255
   */
  int over(int backdrop, int source, int opacity) {
    int normal = normal(backdrop, source, opacity);
    int backdropAlpha = backdrop >>> 24;
    if (this == NORMAL || backdropAlpha == 0) {
      return normal;
    }
    int blended = normal(backdrop, blended(backdrop, source), opacity);
    int merged = merged(normal, blended, backdropAlpha);
    int sourceAlpha = Unorm8.multiplied(source >>> 24, opacity);
    return merged(merged, blended, Unorm8.multiplied(backdropAlpha, sourceAlpha));
  }

  /** What the mode makes of both colours, with the alpha of the source. */
  private int blended(int backdrop, int source) {
    int rgb =
        switch (this) {
          case HUE -> HslBlend.hue(backdrop, source);
          case SATURATION -> HslBlend.saturation(backdrop, source);
          case COLOR -> HslBlend.color(backdrop, source);
          case LUMINOSITY -> HslBlend.luminosity(backdrop, source);
          default ->
              (channel(backdrop, source, 16) << 16)
                  | (channel(backdrop, source, 8) << 8)
                  | channel(backdrop, source, 0);
        };
    return (rgb & RGB) | (source & ~RGB);
  }

  private int channel(int backdrop, int source, int shift) {
    return channel((backdrop >> shift) & 0xFF, (source >> shift) & 0xFF);
  }

  /** One channel of both, 0 to 255 each. */
  private int channel(int backdrop, int source) {
    return switch (this) {
      case NORMAL, HUE, SATURATION, COLOR, LUMINOSITY -> source;
      case MULTIPLY -> Unorm8.multiplied(backdrop, source);
      case SCREEN -> screen(backdrop, source);
      case OVERLAY -> hardLight(source, backdrop);
      case DARKEN -> Math.min(backdrop, source);
      case LIGHTEN -> Math.max(backdrop, source);
      case COLOR_DODGE -> divide(backdrop, 255 - source);
      case COLOR_BURN -> 255 - divide(255 - backdrop, source);
      case HARD_LIGHT -> hardLight(backdrop, source);
      case SOFT_LIGHT -> softLight(backdrop, source);
      case DIFFERENCE -> Math.abs(backdrop - source);
      case EXCLUSION -> backdrop + source - 2 * Unorm8.multiplied(backdrop, source);
      case ADDITION -> Math.min(backdrop + source, 255);
      case SUBTRACT -> Math.max(backdrop - source, 0);
      case DIVIDE -> divide(backdrop, source);
    };
  }

  /** A source over a backdrop. */
  static int normal(int backdrop, int source, int opacity) {
    int sourceAlpha = Unorm8.multiplied(source >>> 24, opacity);
    int backdropAlpha = backdrop >>> 24;
    if (backdropAlpha == 0) {
      return (source & RGB) | (sourceAlpha << 24);
    }
    if (source >>> 24 == 0) {
      return backdrop;
    }
    int alpha = sourceAlpha + backdropAlpha - Unorm8.multiplied(backdropAlpha, sourceAlpha);
    int red = shifted(backdrop >> 16 & 0xFF, source >> 16 & 0xFF, sourceAlpha, alpha);
    int green = shifted(backdrop >> 8 & 0xFF, source >> 8 & 0xFF, sourceAlpha, alpha);
    int blue = shifted(backdrop & 0xFF, source & 0xFF, sourceAlpha, alpha);
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  private static int shifted(int from, int to, int part, int whole) {
    return from + (to - from) * part / whole;
  }

  /** From one colour so far to another, alpha included. */
  private static int merged(int from, int to, int opacity) {
    int alpha = (from >>> 24) + Unorm8.multiplied((to >>> 24) - (from >>> 24), opacity);
    if (alpha == 0) {
      return 0;
    }
    if (from >>> 24 == 0) {
      return (alpha << 24) | (to & RGB);
    }
    if (to >>> 24 == 0) {
      return (alpha << 24) | (from & RGB);
    }
    return alpha << 24
        | mergedChannel(from, to, opacity, 16) << 16
        | mergedChannel(from, to, opacity, 8) << 8
        | mergedChannel(from, to, opacity, 0);
  }

  private static int mergedChannel(int from, int to, int opacity, int shift) {
    int part = from >> shift & 0xFF;
    return part + Unorm8.multiplied((to >> shift & 0xFF) - part, opacity);
  }

  private static int screen(int backdrop, int source) {
    return backdrop + source - Unorm8.multiplied(backdrop, source);
  }

  private static int hardLight(int backdrop, int source) {
    return source < 128
        ? Unorm8.multiplied(backdrop, source << 1)
        : screen(backdrop, (source << 1) - 255);
  }

  private static int divide(int backdrop, int source) {
    if (backdrop == 0) {
      return 0;
    }
    return backdrop >= source ? 255 : Unorm8.divided(backdrop, source);
  }

  private static int softLight(int backdrop, int source) {
    double b = backdrop / 255.0;
    double s = source / 255.0;
    double d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
    double r = s <= 0.5 ? b - (1.0 - 2.0 * s) * b * (1.0 - b) : b + (2.0 * s - 1.0) * (d - b);
    return (int) (r * 255 + 0.5);
  }
}
