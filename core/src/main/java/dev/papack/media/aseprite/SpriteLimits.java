package dev.papack.media.aseprite;

/** What is accepted at most of a document, inclusive, besides its canvas and frames. */
final class SpriteLimits {
  static final int LAYERS = 8_192;
  static final int CELS = 262_144;

  /** Tags, slices and keys of slices together. */
  static final int NAMED = 65_536;

  static final int NAME_BYTES = 1 << 20;

  /** Of all tilesets together: those in use are in memory as long as frames are drawn. */
  static final int TILESET_PIXELS = 16 << 20;

  /** Of the cels of all frames: a cel that others link to is drawn once for each. */
  static final int DRAWN_PIXELS = 1 << 30;

  private SpriteLimits() {}
}
