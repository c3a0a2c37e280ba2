package dev.papack.media.aseprite;

/**
 * A layer.
 *
 * @param index its number, from 0, by which cels name it
 * @param name as its author wrote it; not unique
 * @param kind what it holds
 * @param level how many groups it is inside of
 * @param flags how it is shown
 * @param blendMode as it is stored; that of a group only if the document says so
 * @param opacity 0 to 255
 * @param tileset the id of its tiles
 */
record Layer(
    int index,
    String name,
    Kind kind,
    int level,
    int flags,
    int blendMode,
    int opacity,
    long tileset) {
  /** What a layer holds. */
  enum Kind {
    PICTURES,
    GROUP,
    TILES,
    UNKNOWN
  }

  private static final int VISIBLE = 1;
  private static final int BACKGROUND = 8;
  private static final int REFERENCE = 64;

  boolean isVisible() {
    return (flags & VISIBLE) != 0;
  }

  boolean isBackground() {
    return (flags & BACKGROUND) != 0;
  }

  boolean isReference() {
    return (flags & REFERENCE) != 0;
  }

  /** What messages call it. */
  String inWords() {
    return "layer \"" + name + "\"";
  }
}
