package dev.papack.media.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Damage;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Picture;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Damage of every small kind: a verdict always, an exception never. */
class PngMutationTest {
  private static final long SEED = 20_250_624;
  private static final int ROUNDS = 10_000;

  private static List<byte[]> small() {
    Random random = new Random(SEED);
    List<byte[]> pngs = new ArrayList<>();
    for (int colorType : new int[] {0, 2, 3, 4, 6}) {
      for (int interlace = 0; interlace <= 1; interlace++) {
        pngs.add(new SyntheticPng(5, 3, 8, colorType, random).encode(interlace));
      }
    }
    pngs.add(new SyntheticPng(9, 4, 1, 0, random).encode(1));
    pngs.add(new SyntheticPng(9, 4, 2, 3, random).encode(0));
    pngs.add(new SyntheticPng(4, 4, 16, 6, random).encode(1));
    return pngs;
  }

  @Test
  void everyPrefixAndEveryFlippedBitIsRefused() {
    int cuts = 0;
    int flips = 0;
    for (byte[] png : small()) {
      Damage.everyCut(png).forEach(PngHostileTest::refused);
      Damage.everyFlippedBit(png).forEach(PngHostileTest::refused);
      cuts += png.length;
      flips += png.length * Byte.SIZE;
    }
    Campaign.report(
        "damage-png",
        String.format(
            Locale.ROOT, "%,d truncations and %,d flipped bits: all refused", cuts, flips));
  }

  @Test
  void aDecoderThatIgnoresChecksumsIsFoundToAcceptAlteredPixels() {
    byte[] png = small().getFirst();
    long accepted =
        Damage.everyFlippedBit(png)
            .filter(damaged -> chunkOffsets(png).equals(offsetsIfWhole(damaged)))
            .map(PngMutationTest::withRightChecksums)
            .filter(damaged -> !Arrays.equals(damaged, png))
            .filter(damaged -> PngBytes.decode(damaged) instanceof Outcome.Accepted<Picture>)
            .count();
    assertThat(accepted).isPositive();
  }

  @Test
  void everyExtensionIsAWarning() {
    for (byte[] png : small()) {
      for (int value = 0; value < 256; value++) {
        byte[] longer = Arrays.copyOf(png, png.length + 1);
        longer[png.length] = (byte) value;
        Outcome<Picture> outcome = PngBytes.decode(longer);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcome.diagnostics())
            .extracting(Diagnostic::code)
            .containsExactly(DiagnosticCode.PNG_TRAILING_BYTES);
      }
    }
  }

  @Test
  void damageUnderRightChecksumsGetsAVerdict() {
    Random random = new Random(SEED);
    List<byte[]> pngs = small();
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = mutate(pngs.get(round % pngs.size()).clone(), random);
      try {
        if (PngBytes.decode(damaged) instanceof Outcome.Accepted<Picture>) {
          accepted++;
        }
      } catch (RuntimeException escaped) {
        throw new AssertionError("seed " + SEED + ", round " + round, escaped);
      }
    }
    // Both verdicts must come, or the mutations test nothing.
    assertThat(accepted).as("accepted, seed " + SEED).isBetween(ROUNDS / 100, ROUNDS * 9 / 10);
  }

  /** One to three bytes of chunk contents or types change, then every checksum is made right. */
  private static byte[] mutate(byte[] png, Random random) {
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      List<Integer> chunks = chunkOffsets(png);
      int chunk = chunks.get(random.nextInt(chunks.size()));
      int length = ByteBuffer.wrap(png).getInt(chunk);
      int at = chunk + (random.nextInt(8) == 0 || length == 0 ? 4 : 8 + random.nextInt(length));
      png[at] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) (png[at] ^ 1 << random.nextInt(8));
    }
    return withRightChecksums(png);
  }

  private static byte[] withRightChecksums(byte[] png) {
    for (int chunk : chunkOffsets(png)) {
      int length = ByteBuffer.wrap(png).getInt(chunk);
      CRC32 crc = new CRC32();
      crc.update(png, chunk + 4, 4 + length);
      ByteBuffer.wrap(png).putInt(chunk + 8 + length, (int) crc.getValue());
    }
    return png;
  }

  /** None if a length is damaged. */
  private static List<Integer> offsetsIfWhole(byte[] png) {
    List<Integer> offsets = new ArrayList<>();
    long at = PngBytes.SIGNATURE.length;
    while (at <= png.length - 12) {
      offsets.add((int) at);
      at += 12 + Integer.toUnsignedLong(ByteBuffer.wrap(png).getInt((int) at));
    }
    return at == png.length ? offsets : List.of();
  }

  private static List<Integer> chunkOffsets(byte[] png) {
    List<Integer> offsets = new ArrayList<>();
    int at = PngBytes.SIGNATURE.length;
    while (at < png.length) {
      offsets.add(at);
      at += 12 + ByteBuffer.wrap(png).getInt(at);
    }
    return offsets;
  }
}
