package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.papack.container.PackFault.Stage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Rows 10 to 12 of the reading order, and that a slice passes 11 and 12 before it is handed out.
 */
final class HostilePayloadTest {
  private final SamplePacks.Sample sample = SamplePacks.twoTiles();
  private final Entry small = sample.header().assetTable().getFirst();
  private final Entry large = sample.header().assetTable().getLast();

  private PackForge forge() {
    return PackForge.of(sample);
  }

  private static PackFault sliceFault(byte[] file, int assetId) throws IOException, PackException {
    PackReader reader = PackReader.open(PackBytes.of(file));
    return catchThrowableOfType(PackException.class, () -> reader.slice(assetId)).fault();
  }

  @Test
  void paddingThatIsNotZero() throws Exception {
    byte[] file = forge().payloadByte(127, 1).build();

    PackFault fault = Refusals.refusal(file);
    assertThat(fault.stage()).isEqualTo(Stage.PAYLOAD_PADDING);
    assertThat(fault.message()).contains("between two slices");
    PackReader reader = PackReader.open(PackBytes.of(file));
    assertThat(fault.offsetBytes()).hasValue(reader.prelude().payloadStartBytes() + 127);
    assertThat(reader.slice(small.assetId()).sizeBytes()).isEqualTo(65);
  }

  @Test
  void sliceOfOtherBytes() throws Exception {
    byte[] file = forge().payloadByte(128, 0xAB).build();

    PackFault fault = Refusals.refusal(file);
    assertThat(fault.stage()).isEqualTo(Stage.SLICE_DIGEST);
    assertThat(fault.message()).contains("2147483647").contains("a.b/c-d_1");
    assertThat(fault.expected()).hasValue(large.sha256().hex());
    assertThat(sliceFault(file, large.assetId()).stage()).isEqualTo(Stage.SLICE_DIGEST);
    PackReader reader = PackReader.open(PackBytes.of(file));
    assertThat(reader.slice(small.assetId()).sizeBytes()).isEqualTo(65);
  }

  @Test
  void colour0ThatIsNotZero() throws Exception {
    int secondPalette = 128 + ((TilesMetadata) large.metadata()).pixelBytes() + 32;
    byte[] file = forge().payloadByte(secondPalette + 1, 8).redigest(large).build();

    PackFault fault = Refusals.refusal(file);
    assertThat(fault.stage()).isEqualTo(Stage.MEANING);
    assertThat(fault.message()).contains("colour 0 of palette 1 is");
    assertThat(sliceFault(file, large.assetId())).isEqualTo(fault);
  }

  @Test
  void tilePaletteThatIsNotThere() throws Exception {
    int lastTile = sample.payload().length - 1;
    byte[] file = forge().payloadByte(lastTile, 3).redigest(large).build();

    PackFault fault = Refusals.refusal(file);
    assertThat(fault.stage()).isEqualTo(Stage.MEANING);
    assertThat(fault.message()).contains("tile 2 uses palette 3, but the last one is 2");
    assertThat(fault.expected()).hasValue("0..2");
    assertThat(fault.offsetBytes()).hasValue(file.length - 1);
    assertThat(sliceFault(file, large.assetId())).isEqualTo(fault);
  }

  @Test
  void paddingOutranksDigests() throws Exception {
    byte[] file = forge().payloadByte(0, 0xAB).payloadByte(65, 1).build();

    assertThat(Refusals.refusal(file).stage()).isEqualTo(Stage.PAYLOAD_PADDING);
  }

  @Test
  void theDigestOfALaterSliceOutranksTheContentsOfAnEarlierOne() throws Exception {
    byte[] file = forge().payloadByte(64, 1).redigest(small).payloadByte(128, 0xAB).build();

    assertThat(Refusals.refusal(file).stage()).isEqualTo(Stage.SLICE_DIGEST);
    assertThat(sliceFault(file, small.assetId()).stage()).isEqualTo(Stage.MEANING);
  }
}
