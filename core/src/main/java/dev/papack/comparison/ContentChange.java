package dev.papack.comparison;

import dev.papack.container.Entry;

/** What an asset of both packs holds is stored otherwise. A name alone is no content. */
public sealed interface ContentChange {
  /**
   * What the older pack has.
   *
   * @return its entry
   */
  Entry before();

  /**
   * What the newer pack has.
   *
   * @return its entry, of the same id
   */
  Entry after();

  /**
   * Tiles that are drawn as before, to the pixel.
   *
   * @param before in the older pack
   * @param after in the newer pack
   * @param palettes how many palette numbers have other colours
   */
  record Reencoded(Entry before, Entry after, Share palettes) implements ContentChange {}

  /**
   * Tiles that are drawn otherwise.
   *
   * @param before in the older pack
   * @param after in the newer pack
   * @param tiles how many tile numbers show another picture; not comparable if the size changed
   * @param palettes how many palette numbers have other colours
   */
  record TilesChanged(Entry before, Entry after, Share tiles, Share palettes)
      implements ContentChange {}

  /**
   * A sound that is heard otherwise.
   *
   * @param before in the older pack
   * @param after in the newer pack
   * @param frames how many frames have other samples; not comparable if sample rate or channels
   *     changed
   */
  record SoundsChanged(Entry before, Entry after, Share frames) implements ContentChange {}

  /**
   * A bank of another type.
   *
   * @param before in the older pack
   * @param after in the newer pack
   */
  record TypeChanged(Entry before, Entry after) implements ContentChange {}
}
