package dev.papack.media.gif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Animation;
import dev.papack.media.DecodedPicture;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Picture;
import dev.papack.media.PictureSize;
import dev.papack.media.TruecolorPicture;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceReader;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What frames show, pixel by pixel: R, G, B and K for black, a dot for what is transparent. */
class GifDecoderTest {
  private static final int[] GREYS = {0x101010, 0x202020, 0x303030, 0x404040};

  static DecodedPicture accepted(byte[] gif) {
    Outcome<DecodedPicture> outcome = GifFile.decode(gif);
    assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<DecodedPicture>) outcome).value();
  }

  /** The frames, one line each, their rows with slashes between them. */
  static List<String> frames(byte[] gif) throws IOException {
    DecodedPicture decoded = accepted(gif);
    Animation animation = decoded.animation().orElseThrow();
    Picture picture = decoded.picture();
    int width = animation.frame().widthPixels();
    int height = animation.frame().heightPixels();
    int[] argb =
        picture.argb(List.of(new PixelRectangle(0, 0, width, picture.heightPixels()))).getFirst();
    return IntStream.range(0, animation.frameCount())
        .mapToObj(frame -> {
          StringBuilder text = new StringBuilder();
          for (int y = 0; y < height; y++) {
            text.append(y == 0 ? "" : "/");
            for (int x = 0; x < width; x++) {
              text.append(letter(argb[(frame * height + y) * width + x]));
            }
          }
          return text.toString();
        })
        .toList();
  }

  private static char letter(int argb) {
    return switch (argb) {
      case 0xFFFF0000 -> 'R';
      case 0xFF00FF00 -> 'G';
      case 0xFF0000FF -> 'B';
      case 0xFF000000 -> 'K';
      default -> argb >>> 24 == 0 ? '.' : '?';
    };
  }

  private static GifFile begun(int width, int height) {
    return GifFile.of("89a", width, height);
  }

  @Test
  void framesAreDrawnOverEachOther() throws IOException {
    byte[] gif =
        begun(3, 2).image(0, 0, 3, 2, 0, 0, 0, 0, 0, 0).control(1, 7).image(1, 1, 2, 1, 1, 2).end();
    assertThat(frames(gif)).containsExactly("RRR/RRR", "RRR/RGB");
    assertThat(accepted(gif).animation().orElseThrow().durationsMs()).containsExactly(0, 70);
    assertThat(accepted(gif).picture()).isInstanceOf(IndexedPicture.class);
    assertThat(accepted(gif).picture().size()).isEqualTo(new PictureSize(3, 4));
  }

  @Test
  void disposalKeepsClearsOrRestores() throws IOException {
    for (String version : List.of("87a", "89a")) {
      byte[] gif =
          GifFile.of(version, 2, 1)
              .control(1, 1)
              .image(0, 0, 2, 1, 0, 0)
              .control(3, 1)
              .image(0, 0, 1, 1, 1)
              .control(2, 1)
              .image(1, 0, 1, 1, 2)
              .control(0, 1)
              .image(0, 0, 1, 1, 3)
              .end();
      assertThat(frames(gif)).as(version).containsExactly("RR", "GR", "RB", "K.");
    }
  }

  @Test
  void aFirstFrameThatIsRestoredLeavesNothing() throws IOException {
    assertThat(
            frames(
                begun(2, 1)
                    .control(3, 1)
                    .image(0, 0, 1, 1, 1)
                    .control(0, 1)
                    .image(1, 0, 1, 1, 2)
                    .end()))
        .containsExactly("G.", ".B");
  }

  @Test
  void transparentPixelsShowWhatIsBelowAndTheLastControlCounts() throws IOException {
    byte[] gif =
        begun(2, 1)
            .control(1, 1, 3)
            .image(0, 0, 2, 1, 0, 3)
            .control(1, 9, 0)
            .control(1, 2, 3)
            .image(0, 0, 2, 1, 3, 1)
            .end();
    assertThat(frames(gif)).containsExactly("R.", "RG");
    assertThat(accepted(gif).animation().orElseThrow().durationsMs()).containsExactly(10, 20);
  }

  @Test
  void paletteKeepsItsOrderAndItsTransparentIndex() {
    DecodedPicture decoded = accepted(begun(2, 1).control(1, 1, 2).image(0, 0, 2, 1, 1, 2).end());
    IndexedPicture picture = (IndexedPicture) decoded.picture();
    assertThat(picture.paletteSize()).isEqualTo(4);
    assertThat(IntStream.range(0, 4).map(picture::paletteArgb))
        .containsExactly(0xFFFF0000, 0xFF00FF00, 0x000000FF, 0xFF000000);
    assertThat(picture.index(0, 0)).isEqualTo(1);
    assertThat(picture.index(1, 0)).isEqualTo(2);
  }

  @Test
  void whatNoFrameDrawsGetsAnEntryBehindThePalette() throws IOException {
    byte[] gif = begun(2, 1).image(1, 0, 1, 1, 2).end();
    assertThat(frames(gif)).containsExactly(".B");
    IndexedPicture picture = (IndexedPicture) accepted(gif).picture();
    assertThat(picture.paletteSize()).isEqualTo(5);
    assertThat(picture.index(0, 0)).isEqualTo(4);
  }

  @Test
  void aTransparentIndexMayBeBehindThePalette() throws IOException {
    byte[] gif =
        begun(2, 1)
            .control(1, 1, 5)
            .descriptor(0, 0, 2, 1, 0)
            .data(3, GifFile.codes(3, 5, 1))
            .end();
    assertThat(frames(gif)).containsExactly(".G");
  }

  @Test
  void palettesThatDifferGiveColors() throws IOException {
    byte[] gif =
        begun(1, 1).image(0, 0, 1, 1, 0).ownImage(GREYS, 0, 0, 1, 1, 0).image(0, 0, 1, 1, 1).end();
    assertThat(frames(gif)).containsExactly("R", "?", "G");
    assertThat(accepted(gif).picture()).isInstanceOf(TruecolorPicture.class);
  }

  @Test
  void equalOwnPalettesAreOnePalette() {
    byte[] gif =
        GifFile.withoutPalette(1, 1)
            .ownImage(GREYS, 0, 0, 1, 1, 0)
            .ownImage(GREYS, 0, 0, 1, 1, 3)
            .end();
    assertThat(accepted(gif).picture()).isInstanceOf(IndexedPicture.class);
  }

  @Test
  void anIndexThatIsTransparentInOneFrameAndSeenInAnotherGivesColors() throws IOException {
    byte[] gif = begun(2, 1).image(0, 0, 2, 1, 0, 3).control(1, 1, 0).image(0, 0, 2, 1, 0, 1).end();
    assertThat(frames(gif)).containsExactly("RK", "RG");
    assertThat(accepted(gif).picture()).isInstanceOf(TruecolorPicture.class);
    byte[] unseen =
        begun(2, 1).image(0, 0, 2, 1, 1, 3).control(1, 1, 0).image(0, 0, 2, 1, 0, 1).end();
    assertThat(frames(unseen)).containsExactly("GK", "GG");
    assertThat(accepted(unseen).picture()).isInstanceOf(IndexedPicture.class);
  }

  @Test
  void whatIsOutsideOfTheScreenIsNotShown() throws IOException {
    byte[] gif =
        begun(2, 2)
            .image(1, 1, 2, 2, 0, 1, 2, 3)
            .control(2, 1)
            .image(9, 9, 1, 1, 1)
            .control(3, 1)
            .image(0, 1, 3, 1, 2, 2, 2)
            .end();
    assertThat(frames(gif)).containsExactly("../.R", "../.R", "../BB");
    assertThat(GifFile.decode(gif).diagnostics())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(DiagnosticCode.GIF_ODD);
          assertThat(warning.found()).contains("3 places like this");
        });
  }

  @Test
  void interlacedRowsComeInFourPasses() throws IOException {
    for (int height = 1; height <= 20; height++) {
      int[] order =
          java.util.stream.Stream.of(
                  new int[] {0, 8}, new int[] {4, 8}, new int[] {2, 4}, new int[] {1, 2})
              .flatMapToInt(pass -> IntStream.iterate(pass[0], y -> y + pass[1]).limit(10))
              .toArray();
      int last = height;
      int[] rows = IntStream.of(order).filter(y -> y < last).map(y -> y % 4).toArray();
      byte[] gif =
          begun(1, height).descriptor(0, 0, 1, height, 0x40).data(2, GifFile.codes(2, rows)).end();
      StringBuilder expected = new StringBuilder();
      for (int y = 0; y < height; y++) {
        expected.append(y == 0 ? "" : "/").append("RGBK".charAt(y % 4));
      }
      assertThat(frames(gif)).as("height %d", height).containsExactly(expected.toString());
    }
  }

  @Test
  void whatChangesNoPixelIsAWarning() throws IOException {
    GifFile.Bits more = new GifFile.Bits().put(4, 3).put(0, 3).put(1, 3).put(5, 3);
    for (byte[] gif :
        List.of(
            begun(1, 1).descriptor(0, 0, 1, 1, 0).data(2, more.bytes()).end(),
            begun(1, 1).bytes(0).image(0, 0, 1, 1, 0).end(),
            begun(1, 1).control(5, 1).image(0, 0, 1, 1, 0).end(),
            begun(1, 1).bytes(0x21, 1, 2, 3, 4, 0).image(0, 0, 1, 1, 0).end())) {
      assertThat(frames(gif)).containsExactly("R");
      assertThat(GifFile.decode(gif).diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(DiagnosticCode.GIF_ODD);
    }
    byte[] longer = begun(1, 1).image(0, 0, 1, 1, 0).bytes(0x3B, 1).array();
    assertThat(GifFile.decode(longer).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.GIF_TRAILING_BYTES);
  }

  @Test
  void otherExtensionsAndAMissingEndCodeAreNothingOdd() throws IOException {
    GifFile.Bits open = new GifFile.Bits().put(4, 3).put(1, 3);
    byte[] gif =
        begun(1, 1)
            .bytes(0x21, 0xFF, 3, 'A', 'B', 'C', 1, 1, 0)
            .bytes(0x21, 0xFE, 0)
            .descriptor(0, 0, 1, 1, 0)
            .data(2, open.bytes())
            .end();
    assertThat(frames(gif)).containsExactly("G");
    assertThat(GifFile.decode(gif).diagnostics()).isEmpty();
  }

  @Test
  void extentIsKnownBeforeAnythingIsDecoded() throws IOException {
    byte[] gif = begun(3, 2).image(0, 0, 1, 1, 0).control(3, 1).image(0, 0, 1, 1, 0).end();
    try (SourceReader reader = SourceContent.of("a", gif).open()) {
      assertThat(Gif.FORMAT.extentOf(reader).pictures())
          .containsExactly(new PictureSize(3, 2), new PictureSize(3, 2));
    }
  }
}
