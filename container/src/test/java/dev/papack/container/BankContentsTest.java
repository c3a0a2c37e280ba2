package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BankContentsTest {
  private static final TilesMetadata TILES = new TilesMetadata(1, 2, 3, 8);

  private static Optional<BankContents.Fault> fault(byte[] slice, int pieceBytes) {
    BankContents contents = new BankContents(TILES);
    for (int at = 0; at < slice.length; at += pieceBytes) {
      contents.accept(ByteBuffer.wrap(slice, at, Math.min(pieceBytes, slice.length - at)));
    }
    return contents.fault();
  }

  /** The rule as the specification words it, for one byte of a slice that is otherwise good. */
  private static boolean isLegal(int position, int value) {
    int inPalettes = position - TILES.pixelBytes();
    if (inPalettes < 0) {
      return true;
    }
    return inPalettes < TILES.paletteBytes()
        ? inPalettes % 32 >= 2 || value == 0
        : value < TILES.paletteCount();
  }

  @Test
  void everyByteIsJudgedByItsPlaceHoweverTheSliceIsCut() {
    byte[] good = SamplePacks.tiles(TILES);
    for (int position = 0; position < good.length; position++) {
      for (int value : new int[] {0, 1, 2, 0x80, 0xFF}) {
        byte[] slice = good.clone();
        slice[position] = (byte) value;
        Optional<BankContents.Fault> whole = fault(slice, slice.length);
        assertThat(whole.isEmpty()).isEqualTo(isLegal(position, value));
        if (whole.isPresent()) {
          assertThat(whole.get().offsetBytes()).isEqualTo(position);
        }
        for (int pieceBytes : new int[] {1, 7, 96, 97}) {
          assertThat(fault(slice, pieceBytes)).isEqualTo(whole);
        }
      }
    }
  }

  @Test
  void theFirstFaultIsKept() {
    byte[] slice = SamplePacks.tiles(TILES);
    slice[TILES.pixelBytes()] = 1;
    slice[slice.length - 1] = 9;

    assertThat(fault(slice, 1).map(BankContents.Fault::offsetBytes))
        .contains((long) TILES.pixelBytes());
  }

  @Test
  void aSoundMayHoldAnyBytes() {
    BankContents contents = new BankContents(SamplePacks.FOUR_FRAMES);
    contents.accept(ByteBuffer.wrap(new byte[] {-1, -1, -128, 127, 0, 0, 1, 1}));

    assertThat(contents.fault()).isEmpty();
  }
}
