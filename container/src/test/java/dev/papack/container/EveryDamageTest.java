package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.container.PackFault.Stage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the specification promises of every byte, tried for every byte. */
final class EveryDamageTest {
  /** What chance cannot bring about: these need a digest that was made to fit. */
  private static final Set<Stage> ONLY_BY_INTENT =
      EnumSet.of(Stage.TOO_OLD, Stage.TOO_NEW, Stage.HEADER_FORM, Stage.STRUCTURE, Stage.MEANING);

  static Stream<SamplePacks.Sample> samples() {
    return RoundTripTest.samples();
  }

  @Test
  void everyFlippedBitIsRefusedByTheRowThatOwnsIt() throws Exception {
    int flips = 0;
    for (SamplePacks.Sample sample : samples().toList()) {
      byte[] pack = sample.write();
      PackReader reader = PackReader.open(PackBytes.of(pack));
      for (int bit = 0; bit < pack.length * 8; bit++) {
        assertThat(Refusals.refusal(flipped(pack, bit)).stage())
            .as("bit %d", bit)
            .isIn(owners(bit / 8, reader));
        flips++;
      }
    }
    Campaign.report(
        "damage-pack-bits",
        String.format(
            Locale.ROOT, "%,d flipped bits, each refused by the row that owns it", flips));
  }

  private static byte[] flipped(byte[] pack, int bit) {
    byte[] damaged = pack.clone();
    damaged[bit / 8] ^= (byte) (1 << bit % 8);
    return damaged;
  }

  @Test
  void aReaderWithoutDigestsOfSlicesIsFoundOut() throws Exception {
    byte[] pack = SamplePacks.both().write();
    int accepted = 0;
    for (int bit = 0; bit < pack.length * 8; bit++) {
      try {
        // Opening alone reads no slice.
        PackReader reader = PackReader.open(PackBytes.of(flipped(pack, bit)));
        accepted += reader.header().assetTable().size();
      } catch (PackException refused) {
        assertThat(refused.fault().message()).isNotEmpty();
      }
    }
    assertThat(accepted).isPositive();
  }

  private static Set<Stage> owners(int position, PackReader reader) {
    Prelude prelude = reader.prelude();
    if (position < 8) {
      return EnumSet.of(Stage.NOT_A_PACK);
    } else if (position < 16) {
      return EnumSet.of(Stage.DAMAGED);
    } else if (position < 32) {
      // A header length may change within the alignment; then the padding or the digest tells.
      return EnumSet.of(
          Stage.LIMIT, Stage.TRUNCATED, Stage.EXTENDED, Stage.HEADER_PADDING, Stage.HEADER_DIGEST);
    } else if (position < 64 + prelude.headerBytes()) {
      return EnumSet.of(Stage.HEADER_DIGEST);
    } else if (position < prelude.payloadStartBytes()) {
      return EnumSet.of(Stage.HEADER_PADDING);
    }
    long inPayload = position - prelude.payloadStartBytes();
    boolean inSlice =
        reader.header().assetTable().stream()
            .anyMatch(e -> e.offsetBytes() <= inPayload && inPayload < e.endBytes());
    return EnumSet.of(inSlice ? Stage.SLICE_DIGEST : Stage.PAYLOAD_PADDING);
  }

  @Test
  void everyPrefixIsRefused() throws Exception {
    int cuts = 0;
    for (SamplePacks.Sample sample : samples().toList()) {
      byte[] pack = sample.write();
      for (int length = 0; length < pack.length; length++) {
        assertThat(Refusals.refusal(Arrays.copyOf(pack, length)).stage())
            .as("%d bytes", length)
            .isEqualTo(length < 16 ? Stage.NOT_A_PACK : Stage.TRUNCATED);
        cuts++;
      }
    }
    Campaign.report(
        "damage-pack-cuts", String.format(Locale.ROOT, "%,d truncations: all refused", cuts));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyExtensionIsRefused(SamplePacks.Sample sample) throws Exception {
    byte[] pack = sample.write();
    byte[] extended = Arrays.copyOf(pack, pack.length + 1);
    for (int value = 0; value < 256; value++) {
      extended[pack.length] = (byte) value;
      assertThat(Refusals.refusal(extended).stage()).isEqualTo(Stage.EXTENDED);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyOverwrittenByteIsRefusedAndNeverCalledAVersion(SamplePacks.Sample sample)
      throws Exception {
    byte[] pack = sample.write();
    for (int i = 0; i < pack.length; i++) {
      for (int value : new int[] {0x00, 0x20, 0x7F, 0xFF}) {
        byte[] damaged = pack.clone();
        damaged[i] = (byte) value;
        if (pack[i] != damaged[i]) {
          assertThat(Refusals.refusal(damaged).stage()).as("byte %d", i).isNotIn(ONLY_BY_INTENT);
        }
      }
    }
  }
}
