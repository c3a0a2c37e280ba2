package dev.papack.media.aseprite;

import java.util.Optional;
import java.util.function.IntBinaryOperator;

/**
 * How a pixel is put over another, exactly as Aseprite does it ({@code doc/blend_funcs.cpp}, with
 * the method that is new since its version 1.3): what a mode makes of both colours is drawn only as
 * far as there is a backdrop.
 */
enum BlendMode {
  NORMAL((_, source) -> source),
  MULTIPLY(Unorm8::multiplied),
  SCREEN(BlendMode::screen),
  OVERLAY((backdrop, source) -> hardLight(source, backdrop)),
  DARKEN(Math::min),
  LIGHTEN(Math::max),
  COLOR_DODGE(BlendMode::colorDodge),
  COLOR_BURN(BlendMode::colorBurn),
  HARD_LIGHT(BlendMode::hardLight),
  SOFT_LIGHT(BlendMode::softLight),
  DIFFERENCE((backdrop, source) -> Math.abs(backdrop - source)),
  EXCLUSION((backdrop, source) -> backdrop + source - 2 * Unorm8.multiplied(backdrop, source)),
  HUE(HslBlend::hue, Domain.COLORS),
  SATURATION(HslBlend::saturation, Domain.COLORS),
  COLOR(HslBlend::color, Domain.COLORS),
  LUMINOSITY(HslBlend::luminosity, Domain.COLORS),
  ADDITION((backdrop, source) -> Math.min(backdrop + source, 255)),
  SUBTRACT((backdrop, source) -> Math.max(backdrop - source, 0)),
  DIVIDE(BlendMode::divide);

  /** What a mode works on. */
  private enum Domain {
    /** Red, green and blue, each by itself. */
    CHANNELS,
    /** Whole colours. */
    COLORS
  }

  private static final BlendMode[] ALL = values();

  private final IntBinaryOperator function;
  private final Domain domain;

  BlendMode(IntBinaryOperator ofChannels) {
    this(ofChannels, Domain.CHANNELS);
  }

  BlendMode(IntBinaryOperator function, Domain domain) {
    this.function = function;
    this.domain = domain;
  }

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

  private int blended(int backdrop, int source) {
    int rgb =
        switch (domain) {
          case COLORS -> function.applyAsInt(backdrop, source);
          case CHANNELS ->
              channel(backdrop, source, 16) << 16
                  | channel(backdrop, source, 8) << 8
                  | channel(backdrop, source, 0);
        };
    return rgb & 0xFFFFFF | source & 0xFF000000;
  }

  private int channel(int backdrop, int source, int shift) {
    return function.applyAsInt(backdrop >> shift & 0xFF, source >> shift & 0xFF) & 0xFF;
  }

  /** A source over a backdrop. */
  static int normal(int backdrop, int source, int opacity) {
    int sourceAlpha = Unorm8.multiplied(source >>> 24, opacity);
    int backdropAlpha = backdrop >>> 24;
    if (backdropAlpha == 0) {
      return source & 0xFFFFFF | sourceAlpha << 24;
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
      return alpha << 24 | to & 0xFFFFFF;
    }
    if (to >>> 24 == 0) {
      return alpha << 24 | from & 0xFFFFFF;
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

  private static int colorDodge(int backdrop, int source) {
    return divide(backdrop, 255 - source);
  }

  private static int colorBurn(int backdrop, int source) {
    return 255 - divide(255 - backdrop, source);
  }

  private static int softLight(int backdrop, int source) {
    double b = backdrop / 255.0;
    double s = source / 255.0;
    double d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
    double r = s <= 0.5 ? b - (1.0 - 2.0 * s) * b * (1.0 - b) : b + (2.0 * s - 1.0) * (d - b);
    return (int) (r * 255 + 0.5);
  }
}
