package dev.papack.bank;

import dev.papack.container.TilesMetadata;
import dev.papack.media.ArgbRows;
import dev.papack.media.IndexedRows;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** A TILES bank as a picture: its tiles as they stood, {@code columns} side by side. */
public final class TilesDecoder implements ArgbRows {
  private static final int MAX_INDICES = 256;

  private final TilesView view;
  private final int tileSize;
  private final int columns;
  private final int tileCount;

  /**
   * A view of a slice; nothing is copied. Index 0 and the places after the last tile are {@code
   * 0x00000000}, everything else is opaque, its colours widened to 8 bits. The picture has fewer
   * than twice as many pixels as the bank.
   *
   * @param payload a slice whose contents the pack's reader has checked
   * @param metadata its numbers
   * @throws IllegalArgumentException if the slice does not follow from the numbers
   */
  public TilesDecoder(ByteBuffer payload, TilesMetadata metadata) {
    view = new TilesView(payload, metadata);
    tileSize = metadata.tileSize();
    columns = metadata.columns();
    tileCount = metadata.tileCount();
  }

  @Override
  public int widthPixels() {
    return columns * tileSize;
  }

  @Override
  public int heightPixels() {
    return Math.ceilDiv(tileCount, columns) * tileSize;
  }

  /**
   * Copies a row.
   *
   * @throws IllegalArgumentException if a tile names a palette that is not there
   */
  @Override
  public void copyRow(int y, int[] into) {
    Arrays.fill(into, 0, widthPixels(), 0);
    int first = y / tileSize * columns;
    int end = Math.min(first + columns, tileCount);
    for (int tile = first; tile < end; tile++) {
      view.copyRow(tile, y % tileSize, into, (tile - first) * tileSize);
    }
  }

  /**
   * The same picture with the palettes of the bank one after the other, an index being 16 times the
   * palette, and the entry. Entry 0 of each is transparent.
   *
   * @return empty if the bank has more palettes than an index of 8 bits can tell
   */
  public Optional<IndexedRows> indexed() {
    return view.metadata().paletteCount() * TilesMetadata.PALETTE_ENTRIES <= MAX_INDICES
        ? Optional.of(new Indices())
        : Optional.empty();
  }

  private final class Indices implements IndexedRows {
    @Override
    public int widthPixels() {
      return TilesDecoder.this.widthPixels();
    }

    @Override
    public int heightPixels() {
      return TilesDecoder.this.heightPixels();
    }

    @Override
    public int[] palette() {
      int[] all = new int[view.metadata().paletteCount() * TilesMetadata.PALETTE_ENTRIES];
      for (int palette = 0; palette < view.metadata().paletteCount(); palette++) {
        System.arraycopy(
            view.palette(palette),
            0,
            all,
            palette * TilesMetadata.PALETTE_ENTRIES,
            TilesMetadata.PALETTE_ENTRIES);
      }
      return all;
    }

    @Override
    public void copyRow(int y, byte[] into, int offset) {
      Arrays.fill(into, offset, offset + widthPixels(), (byte) 0);
      int first = y / tileSize * columns;
      int end = Math.min(first + columns, tileCount);
      for (int tile = first; tile < end; tile++) {
        view.copyRow(tile, y % tileSize, into, offset + (tile - first) * tileSize);
      }
    }
  }
}
