package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.media.Rgb565;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Rgb565Test {
  @Test
  void everyColorComesBackFromEightBits() {
    for (int bits = 0; bits <= Rgb565.MAX_BITS; bits++) {
      assertThat(Rgb565.nearest(new Rgb565(bits).argb()).bits()).isEqualTo(bits);
    }
  }

  @Test
  void everyPartRoundsToTheNearest() {
    for (int part = 0; part < 256; part++) {
      assertThat(Rgb565.nearest(part << 16).bits() >> 11).isEqualTo(nearest(part, 31));
      assertThat(Rgb565.nearest(part << 8).bits() >> 5).isEqualTo(nearest(part, 63));
      assertThat(Rgb565.nearest(part).bits()).isEqualTo(nearest(part, 31));
    }
  }

  private static int nearest(int part, int max) {
    return (int) Math.round(part / 255.0 * max);
  }

  @Test
  void everyPartWidensToTheNearest() {
    for (int part = 0; part < 64; part++) {
      int fiveBits = part / 2;
      long widened = Math.round(fiveBits / 31.0 * 255);
      assertThat(new Rgb565(fiveBits << 11).argb()).isEqualTo((int) (0xFF000000L | widened << 16));
      assertThat(new Rgb565(fiveBits).argb()).isEqualTo((int) (0xFF000000L | widened));
      widened = Math.round(part / 63.0 * 255);
      assertThat(new Rgb565(part << 5).argb()).isEqualTo((int) (0xFF000000L | widened << 8));
    }
  }

  @Test
  void redIsInTheHighBits() {
    assertThat(Rgb565.nearest(0xFFFF0000)).isEqualTo(new Rgb565(0xF800));
    assertThat(Rgb565.nearest(0xFF00FF00)).isEqualTo(new Rgb565(0x07E0));
    assertThat(Rgb565.nearest(0xFF0000FF)).isEqualTo(new Rgb565(0x001F));
  }

  @Test
  void brightnessRunsFromBlackOverBlueRedAndGreenToWhite() {
    assertThat(Stream.of(0xFFFF, 0x07E0, 0xF800, 0x001F, 0x0000).map(Rgb565::new))
        .isSortedAccordingTo(Rgb565.BY_BRIGHTNESS.reversed());
  }

  @Test
  void seventeenBitsAreRefused() {
    assertThatThrownBy(() -> new Rgb565(0x10000)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rgb565(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
