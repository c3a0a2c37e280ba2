package dev.papack.media.png;

import static dev.papack.diagnostic.DiagnosticCode.PNG_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.papack.media.ArgbPicture;
import dev.papack.source.SourceContent;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small files that would become large: what they cost is measured in allocated bytes. */
class PngBombTest {
  private static final byte[] BOMB = PngBytes.deflate(new byte[64 << 20]);
  private static final long LITTLE_MEMORY_BYTES = 1 << 20;

  private static long allocatedBytes(Runnable task) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    task.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void requireLittleMemory(PngBytes png) {
    SourceContent content = png.content();
    PngBytes.decode(content);
    assertThat(allocatedBytes(() -> PngBytes.decode(content))).isLessThan(LITTLE_MEMORY_BYTES);
  }

  private static byte[] compressedText(String head, byte[] compressed) {
    byte[] text =
        Arrays.copyOf(PngBytes.bytes(head.chars().toArray()), head.length() + compressed.length);
    System.arraycopy(compressed, 0, text, head.length(), compressed.length);
    return text;
  }

  @Test
  void compressedMetadataIsNeverInflated() {
    PngBytes png =
        PngBytes.withHeader(1, 1, 0)
            .chunk("iCCP", compressedText("profile\0\0", BOMB))
            .rows(0, 5)
            .chunk("zTXt", compressedText("Comment\0\0", BOMB))
            .chunk("iTXt", compressedText("Comment\0\1\0\0\0", BOMB))
            .end();
    assertThat(PngDecoderTest.accepted(png.array()).argb(0, 0)).isEqualTo(0xFF050505);
    requireLittleMemory(png);
  }

  @Test
  void damagedCompressedMetadataIsNotEvenNoticed() {
    byte[] noise = PngBytes.bytes(0xFF, 0xFF, 0xFF, 0xFF);
    for (String type : List.of("iCCP", "zTXt", "iTXt")) {
      PngBytes png = PngBytes.withHeader(1, 1, 0).chunk(type, compressedText("a\0\0", noise));
      assertThat(PngDecoderTest.accepted(png.rows(0, 5).end().array()).argb(0, 0))
          .isEqualTo(0xFF050505);
    }
  }

  @Test
  void dataBehindTheDeclaredPictureIsNotInflated() {
    PngBytes png = PngBytes.withHeader(1, 1, 0).chunk("IDAT", BOMB).end();
    assertThat(PngHostileTest.refused(png.array()).code()).isEqualTo(PNG_DATA);
    requireLittleMemory(png);
  }

  @Test
  void aBombOfDamagedDataIsRefusedBeforeItsDamageIsReached() {
    byte[] damaged = BOMB.clone();
    damaged[damaged.length / 2] ^= 0x55;
    PngBytes png = PngBytes.withHeader(1, 1, 0).chunk("IDAT", damaged).end();
    assertThat(PngHostileTest.refused(png.array()).message()).contains("after its last row");
  }

  @Test
  void aPictureThatItsDataCannotFillIsRefusedBeforeItsPixelsAreAllocated() {
    PngBytes png =
        PngBytes.signed()
            .header(8_192, 8_192, 8, 6, 0, 0, 0)
            .chunk("IDAT", new byte[200_000])
            .end();
    assertThat(PngHostileTest.refused(png.array()).code()).isEqualTo(PNG_DATA);
    requireLittleMemory(png);
  }

  @Test
  void theBestThatDeflateCanDoIsPlausible() {
    int side = 4_096;
    byte[] data = PngBytes.deflate(new byte[side * (1 + side / 8)]);
    ArgbPicture picture =
        PngDecoderTest.accepted(
            PngBytes.signed().header(side, side, 1, 0, 0, 0, 0).chunk("IDAT", data).end().array());
    assertThat(picture.argb(side - 1, side - 1)).isEqualTo(0xFF000000);
  }
}
