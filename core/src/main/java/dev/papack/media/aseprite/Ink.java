package dev.papack.media.aseprite;

/** What becomes of a pixel of the canvas when a cel has one there. */
sealed interface Ink {
  /** Draws one over the other; both are values of the canvas. */
  int over(int backdrop, int source);

  /**
   * Colours.
   *
   * @param mode of the layer
   * @param opacity of the cel in its layer, 0 to 255
   */
  record Colors(BlendMode mode, int opacity) implements Ink {
    private static final int OPAQUE = 255;

    @Override
    public int over(int backdrop, int source) {
      if (source == 0) {
        return backdrop;
      }
      return mode == BlendMode.NORMAL && opacity == OPAQUE && source >>> 24 == OPAQUE
          ? source
          : mode.over(backdrop, source, opacity);
    }
  }

  /**
   * Indices, which hide what is below, whatever the mode and the opacity of the layer.
   *
   * @param transparent the index that is not drawn
   * @param paletteSize no entry from here on is drawn
   */
  record Indices(int transparent, int paletteSize) implements Ink {
    @Override
    public int over(int backdrop, int source) {
      return source == transparent || source >= paletteSize ? backdrop : source;
    }
  }
}
