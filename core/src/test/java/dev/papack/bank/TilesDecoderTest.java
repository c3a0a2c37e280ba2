package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.container.TilesMetadata;
import dev.papack.media.ArgbPicture;
import dev.papack.media.IndexedRows;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TilesDecoderTest {
  private static final TilesMetadata THREE_TILES = new TilesMetadata(2, 2, 3, 8);
  private static final int PALETTES = 3 * 32;
  private static final int TILE_PALETTES = PALETTES + 2 * 32;

  private static byte[] slice() {
    return new byte[(int) THREE_TILES.sliceBytes()];
  }

  @Test
  void lastRowIsShort() {
    byte[] slice = slice();
    Arrays.fill(slice, 0, PALETTES, (byte) 0x11);
    ArgbPicture picture = Banks.shown(ByteBuffer.wrap(slice), THREE_TILES);
    assertThat(picture.widthPixels()).isEqualTo(16);
    assertThat(picture.heightPixels()).isEqualTo(16);
    assertThat(picture.argb(15, 7)).isEqualTo(Pictures.BLACK);
    assertThat(picture.argb(7, 15)).isEqualTo(Pictures.BLACK);
    assertThat(picture.argb(8, 8)).isZero();
  }

  @Test
  void eachTileHasItsPalette() {
    byte[] slice = slice();
    slice[32] = 0x50;
    slice[PALETTES + 32 + 10] = 0x1F;
    slice[PALETTES + 32 + 11] = (byte) 0xF8;
    slice[TILE_PALETTES + 1] = 1;
    ArgbPicture picture = Banks.shown(ByteBuffer.wrap(slice), THREE_TILES);
    assertThat(picture.argb(9, 0)).isEqualTo(0xFFFF00FF);
    assertThat(picture.argb(8, 0)).isZero();
  }

  @Test
  void indexZeroIsTransparentWhateverItsColor() {
    byte[] slice = slice();
    slice[PALETTES] = (byte) 0xFF;
    assertThat(Banks.shown(ByteBuffer.wrap(slice), THREE_TILES).argb(0, 0)).isZero();
  }

  @Test
  void payloadIsReadFromItsPositionAndKeepsIt() {
    ByteBuffer payload = ByteBuffer.allocate(5 + (int) THREE_TILES.sliceBytes()).position(5);
    payload.put(5, (byte) 0x01);
    ArgbPicture picture = Banks.shown(payload, THREE_TILES);
    assertThat(picture.argb(0, 0)).isEqualTo(Pictures.BLACK);
    assertThat(payload.position()).isEqualTo(5);
  }

  @Test
  void paletteThatIsNotThereIsADefectOfTheCaller() {
    byte[] slice = slice();
    slice[TILE_PALETTES] = 2;
    assertThatThrownBy(() -> Banks.shown(ByteBuffer.wrap(slice), THREE_TILES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tile 0 uses palette 2 of 2");
  }

  @Test
  void wrongLengthIsADefectOfTheCaller() {
    ByteBuffer tooLong = ByteBuffer.allocate((int) THREE_TILES.sliceBytes() + 1);
    assertThatThrownBy(() -> Banks.shown(tooLong, THREE_TILES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void palettesOfABankAreThoseOfThePictureInTheirOrder() {
    int[] palette = Pictures.shades(100, 40);
    byte[] pixels = new byte[128];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % 16 < 8 ? 3 + i / 16 : 33 + i % 7);
    }
    ArgbPicture picture = ArgbPicture.indexed(16, 8, palette, pixels);
    Bank bank = Banks.encoded(picture, Banks.indexed(8, Fit.EXACT, Index0.AS_DECLARED));
    IndexedRows rows =
        new TilesDecoder(Banks.payload(bank), (TilesMetadata) bank.metadata())
            .indexed()
            .orElseThrow();
    byte[] row = new byte[17];
    for (int y = 0; y < 8; y++) {
      rows.copyRow(y, row, 1);
      for (int x = 0; x < 16; x++) {
        assertThat(row[1 + x]).isEqualTo(pixels[y * 16 + x]);
        assertThat(rows.palette()[row[1 + x]]).isEqualTo(palette[pixels[y * 16 + x]]);
      }
    }
    assertThat(rows.palette()).hasSize(48);
    assertThat(rows.palette()[16]).isZero();
  }

  @Test
  void seventeenPalettesAreMoreThanAnIndexCanTell() {
    int[][] tiles = new int[17][];
    Arrays.setAll(tiles, tile -> Pictures.shades(tile * 15, 15));
    Bank bank = Banks.encoded(Pictures.tiles(tiles));
    assertThat(new TilesDecoder(Banks.payload(bank), (TilesMetadata) bank.metadata()).indexed())
        .isEmpty();
  }
}
