package dev.papack.container;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Checks what a slice holds, piece by piece as its bytes come along: colour 0 of every palette is
 * stored as 0, and the palette of every tile exists. The numbers of the metadata are checked by
 * their own constructors, and a sound may hold any bytes.
 */
final class BankContents {
  private static final int PALETTE_BYTES = TilesMetadata.PALETTE_ENTRIES * Short.BYTES;

  private final BankMetadata metadata;
  private long positionBytes;
  private Optional<Fault> fault = Optional.empty();

  /**
   * Begins before the first byte of a slice.
   *
   * @param metadata what the slice should hold
   */
  BankContents(BankMetadata metadata) {
    this.metadata = metadata;
  }

  /**
   * The first fault of a slice.
   *
   * @param message one sentence, with the values
   * @param found the value that was found
   * @param expected what would have been accepted
   * @param offsetBytes where, counted from the start of the slice
   */
  record Fault(String message, String found, String expected, long offsetBytes) {}

  /**
   * Checks the next bytes of the slice.
   *
   * @param piece its remaining bytes, which it does not move
   */
  void accept(ByteBuffer piece) {
    if (fault.isEmpty()) {
      fault =
          switch (metadata) {
            case TilesMetadata tiles -> tilesFault(tiles, piece);
            case SoundsMetadata _ -> Optional.empty();
          };
    }
    positionBytes += piece.remaining();
  }

  /**
   * What is wrong with the bytes so far.
   *
   * @return the first fault, or empty
   */
  Optional<Fault> fault() {
    return fault;
  }

  private Optional<Fault> tilesFault(TilesMetadata tiles, ByteBuffer piece) {
    long paletteEnd = (long) tiles.pixelBytes() + tiles.paletteBytes();
    int firstIndex = Math.clamp(tiles.pixelBytes() - positionBytes, 0, piece.remaining());
    for (int i = firstIndex; i < piece.remaining(); i++) {
      long at = positionBytes + i;
      int value = Byte.toUnsignedInt(piece.get(piece.position() + i));
      if (at < paletteEnd) {
        long inPalette = (at - tiles.pixelBytes()) % PALETTE_BYTES;
        if (inPalette < Short.BYTES && value != 0) {
          long palette = (at - tiles.pixelBytes()) / PALETTE_BYTES;
          return Optional.of(
              new Fault(
                  "colour 0 of palette " + palette + " is not stored as 0",
                  Integer.toString(value),
                  "0",
                  at));
        }
      } else if (value >= tiles.paletteCount()) {
        return Optional.of(
            new Fault(
                "tile "
                    + (at - paletteEnd)
                    + " uses palette "
                    + value
                    + ", but the last one is "
                    + (tiles.paletteCount() - 1),
                Integer.toString(value),
                "0.." + (tiles.paletteCount() - 1),
                at));
      }
    }
    return Optional.empty();
  }
}
