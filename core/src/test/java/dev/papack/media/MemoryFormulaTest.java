package dev.papack.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.aseprite.Aseprite;
import dev.papack.media.aseprite.AsepriteFile;
import dev.papack.media.flac.Flac;
import dev.papack.media.flac.FlacFile;
import dev.papack.media.gif.Gif;
import dev.papack.media.gif.GifFile;
import dev.papack.media.png.Png;
import dev.papack.media.png.PngBytes;
import dev.papack.media.wav.WavFile;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a decoder allocates, held against the formula of its documentation. */
class MemoryFormulaTest {
  /** What is the same for every file. */
  private static final long CONSTANT_BYTES = 128 << 10;

  private static final int SIDE = 1_000;

  private static long allocatedBytes(Runnable task) {
    task.run();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    task.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void requireWithin(String name, long formulaBytes, Runnable decoding) {
    long allocated = allocatedBytes(decoding);
    assertThat(allocated).isLessThanOrEqualTo(formulaBytes + CONSTANT_BYTES);
    Campaign.report(
        "memory-" + name,
        String.format(
            Locale.ROOT,
            "%,d bytes allocated; the formula gives %,d and a constant of at most %,d",
            allocated,
            formulaBytes,
            CONSTANT_BYTES));
  }

  private static void requirePng(String name, int pixelBits, PngBytes begun, byte[] rows) {
    byte[] data = PngBytes.deflate(rows);
    int pieces = 0;
    for (int at = 0; at < data.length; at += 10, pieces++) {
      begun.chunk("IDAT", Arrays.copyOfRange(data, at, Math.min(at + 10, data.length)));
    }
    SourceContent content = begun.end().content();
    assertThat(neededBytes(Png.FORMAT, content))
        .as("what a build waits for")
        .isGreaterThan((long) pixelBits * SIDE * SIDE / 8 + 4L * 8 * SIDE);
    requireWithin(
        name,
        (long) pixelBits * SIDE * SIDE / 8 + 4L * 8 * SIDE + 512L * pieces,
        () -> assertThat(PngBytes.decode(content).diagnostics()).isEmpty());
  }

  private static long neededBytes(MediaFormat format, SourceContent content) {
    try (SourceReader reader = content.open()) {
      return format.extentOf(reader).neededBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireGif(String name, byte[] gif) {
    SourceContent content = SourceContent.of("a.gif", gif);
    requireWithin(
        name,
        neededBytes(Gif.FORMAT, content),
        () -> assertThat(GifFile.decode(content).diagnostics()).isEmpty());
  }

  @Test
  void aGifTakesItsFramesAndItsScreen() {
    GifFile one = GifFile.of("89a", SIDE, SIDE);
    GifFile many = GifFile.of("89a", 10, 10);
    GifFile undone = GifFile.of("89a", SIDE, SIDE);
    undone.control(3, 1).image(0, 0, SIDE, SIDE, new int[SIDE * SIDE]);
    for (int frame = 0; frame < 10_000; frame++) {
      many.control(1, frame).image(0, 0, 1, 1, frame % 4);
    }
    requireGif("gif-screen", one.ownImage(new int[4], 0, 0, 1, 1, 0).end());
    requireGif("gif-frames", many.ownImage(new int[4], 0, 0, 1, 1, 0).end());
    requireGif("gif-undone", undone.ownImage(new int[4], 0, 0, 1, 1, 0).end());
  }

  private static void requireAseprite(String name, AsepriteFile file) {
    SourceContent content = SourceContent.of("a.aseprite", file.bytes());
    requireWithin(
        name,
        neededBytes(Aseprite.FORMAT, content),
        () ->
            assertThat(AsepriteFile.decode(content, PictureChoice.EVERYTHING))
                .isInstanceOf(Outcome.Accepted.class));
  }

  @Test
  void anAsepriteDocumentTakesItsFramesItsCanvasAndItsTilesets() {
    int[] pixels = new int[SIDE * SIDE];
    Arrays.setAll(pixels, i -> 0xFF000000 | i);
    requireAseprite(
        "aseprite-canvas",
        AsepriteFile.rgb(SIDE, SIDE).frame().layer("a").cel(0, 0, 0, SIDE, SIDE, pixels));
    requireAseprite(
        "aseprite-indexed",
        AsepriteFile.indexed(SIDE, SIDE, 0, 0, 0xFF112233)
            .layer("a")
            .cel(0, 0, 0, SIDE, SIDE, new int[SIDE * SIDE]));
    AsepriteFile tiles = AsepriteFile.rgb(SIDE, SIDE).frame();
    tiles.tileset(0, 2, SIDE, SIDE, pixels).tileLayer("t", 0).tileCel(0, 0, 0, 1, 1, 0);
    requireAseprite("aseprite-tiles", tiles);
  }

  @Test
  void anIndexedPictureTakesAByteForEachPixel() {
    requirePng(
        "png-indexed",
        8,
        PngBytes.signed().header(SIDE, SIDE, 8, 3, 0, 0, 0).chunk("PLTE", new byte[3]),
        new byte[SIDE * (1 + SIDE)]);
  }

  @Test
  void anyOtherPictureTakesTwoAndABit() {
    requirePng(
        "png-truecolor",
        17,
        PngBytes.signed().header(SIDE, SIDE, 16, 6, 0, 0, 0),
        new byte[SIDE * (1 + 8 * SIDE)]);
  }

  @Test
  void aSoundTakesNothingBeyondItsFile() {
    byte[] samples = WavFile.chunk("data", new byte[4 << 20]);
    for (int bits : new int[] {32, 64}) {
      SourceContent content =
          SourceContent.of("a.wav", WavFile.riff(WavFile.format(3, 2, 44_100, bits), samples));
      requireWithin(
          "wav-float-" + bits,
          0,
          () -> assertThat(WavFile.decode(content).diagnostics()).isEmpty());
    }
  }

  @Test
  void aFlacTakesTwoBlocksWhateverItsLength() {
    long[][] samples = new long[2][1 << 20];
    byte[] file = new FlacFile(16, 44_100, samples, 1 << 15).bytes();
    SourceContent content = SourceContent.of("a.flac", file);
    requireWithin(
        "flac",
        Flac.FORMAT.neededBytes(content.head().bytes()),
        () -> assertThat(TestSounds.readThrough(FlacFile.decode(file))).isEqualTo(1 << 20));
  }

  @Test
  void aDecoderThatCopiesIsNoticed() {
    SourceContent content = PngBytes.content(new byte[1 << 20]);
    assertThat(allocatedBytes(() -> assertThat(copy(content)).hasSize(1 << 20)))
        .isGreaterThan(CONSTANT_BYTES);
  }

  private static byte[] copy(SourceContent content) {
    byte[] copy = new byte[(int) content.sizeBytes()];
    try (SourceReader reader = content.open()) {
      reader.read(0, copy, 0, copy.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }
}
