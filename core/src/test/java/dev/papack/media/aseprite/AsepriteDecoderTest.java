package dev.papack.media.aseprite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Animation;
import dev.papack.media.AnimationTag;
import dev.papack.media.AnimationTag.Direction;
import dev.papack.media.DecodedPicture;
import dev.papack.media.IndexedPicture;
import dev.papack.media.PictureChoice;
import dev.papack.media.TruecolorPicture;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What frames show, pixel by pixel: R, G, B and K for black, a dot for what is transparent. */
class AsepriteDecoderTest {
  private static final int R = 0xFFFF0000;
  private static final int G = 0xFF00FF00;
  private static final int B = 0xFF0000FF;
  private static final int K = 0xFF000000;

  static DecodedPicture accepted(AsepriteFile file, PictureChoice choice) {
    Outcome<DecodedPicture> outcome =
        AsepriteFile.decode(SourceContent.of("assets/hero.aseprite", file.bytes()), choice);
    assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<DecodedPicture>) outcome).value();
  }

  private static List<String> frames(AsepriteFile file) throws IOException {
    return frames(file, PictureChoice.EVERYTHING);
  }

  /** The frames, one line each, their rows with slashes between them. */
  private static List<String> frames(AsepriteFile file, PictureChoice choice) throws IOException {
    DecodedPicture decoded = accepted(file, choice);
    Animation animation = decoded.animation().orElseThrow();
    int width = animation.frame().widthPixels();
    int height = animation.frame().heightPixels();
    int[] argb =
        decoded
            .picture()
            .argb(List.of(new PixelRectangle(0, 0, width, decoded.picture().heightPixels())))
            .getFirst();
    return IntStream.range(0, animation.frameCount())
        .mapToObj(frame -> {
          StringBuilder text = new StringBuilder();
          for (int at = 0; at < width * height; at++) {
            text.append(at > 0 && at % width == 0 ? "/" : "");
            text.append(letter(argb[frame * width * height + at]));
          }
          return text.toString();
        })
        .toList();
  }

  private static String letter(int argb) {
    return switch (argb) {
      case R -> "R";
      case G -> "G";
      case B -> "B";
      case K -> "K";
      default -> argb >>> 24 == 0 ? "." : String.format("[%08X]", argb);
    };
  }

  private static PictureChoice layers(String... names) {
    return new PictureChoice(List.of(names), Optional.empty());
  }

  private static PictureChoice tag(String name) {
    return new PictureChoice(List.of(), Optional.of(name));
  }

  @Test
  void layersAreDrawnFromBackToFrontAndCelsAreClipped() throws IOException {
    AsepriteFile file =
        AsepriteFile.rgb(3, 2)
            .layer("back")
            .layer("front")
            .cel(0, -1, -1, 3, 3, R, R, R, R, R, R, R, R, G)
            .cel(1, 2, 1, 2, 2, B, B, B, B);
    assertThat(frames(file)).containsExactly("RR./RGB");
    assertThat(accepted(file, PictureChoice.EVERYTHING).picture())
        .isInstanceOf(TruecolorPicture.class);
  }

  @Test
  void hiddenLayersGroupsAndReferencesAreNotShown() throws IOException {
    AsepriteFile file =
        AsepriteFile.rgb(4, 1)
            .layer("hidden", 0, 0, 0, 0, 255)
            .layer("group", 0, 1, 0, 0, 0)
            .layer("inside", 1, 0, 1, 0, 255)
            .layer("shown", 1, 1, 0, 0, 0)
            .layer("seen", 1, 0, 1, 0, 255)
            .layer("unseen", 0, 0, 1, 0, 255)
            .layer("reference", 65, 0, 0, 0, 255);
    IntStream.of(0, 2, 4, 5, 6).forEach(layer -> file.cel(layer, layer % 4, 0, 1, 1, R));
    assertThat(frames(file)).containsExactly("R...");
    assertThat(frames(file, layers("hidden"))).containsExactly("R...");
    assertThat(frames(file, layers("group"))).containsExactly("..R.");
    assertThat(frames(file, layers("inside", "unseen"))).containsExactly(".RR.");
    assertThat(frames(file, layers("shown"))).containsExactly("R...");
  }

  @Test
  void zIndexMovesACelToTheFrontOrTheBack() throws IOException {
    AsepriteFile file =
        AsepriteFile.rgb(1, 1)
            .layer("a")
            .layer("b")
            .layer("c")
            .cel(AsepriteFile.celHeader(0, 0, 0, 255, 2, 2), 1, 1, R)
            .cel(1, 0, 0, 1, 1, G)
            .cel(2, 0, 0, 1, 1, B);
    assertThat(frames(file)).containsExactly("R");
    AsepriteFile back =
        AsepriteFile.rgb(1, 1)
            .layer("a")
            .layer("b")
            .cel(0, 0, 0, 1, 1, R)
            .cel(AsepriteFile.celHeader(1, 0, 0, 255, 2, -1), 1, 1, G);
    assertThat(frames(back)).containsExactly("R");
  }

  @Test
  void opacitiesOfCelAndLayerAreMultiplied() throws IOException {
    AsepriteFile file =
        AsepriteFile.rgb(1, 1)
            .layer("half", 1, 0, 0, 0, 128)
            .cel(AsepriteFile.celHeader(0, 0, 0, 128, 2, 0), 1, 1, R);
    assertThat(frames(file)).containsExactly("[40FF0000]");
    assertThat(frames(file.flags(0)))
        .as("no valid opacity of layers")
        .containsExactly("[80FF0000]");
  }

  @Test
  void rawAndLinkedCelsShowThePixelsOfTheirs() throws IOException {
    AsepriteFile file =
        AsepriteFile.rgb(2, 1)
            .layer("a")
            .rawCel(0, 1, 1, G)
            .frame()
            .linkedCel(0, 1, 0, 0)
            .frame()
            .linkedCel(0, 0, 0, 1)
            .frame();
    assertThat(frames(file)).containsExactly("G.", ".G", "G.", "..");
    assertThat(accepted(file, PictureChoice.EVERYTHING).animation().orElseThrow().durationsMs())
        .containsExactly(100, 110, 120, 130);
  }

  @Test
  void greysAreValueAndAlpha() throws IOException {
    AsepriteFile file = AsepriteFile.grey(2, 1).layer("a").cel(0, 0, 0, 2, 1, K, 0x80000040);
    assertThat(frames(file)).containsExactly("K[80404040]");
  }

  @Test
  void indexedKeepsPaletteOrderAndTransparentIndex() throws IOException {
    AsepriteFile file =
        AsepriteFile.indexed(4, 1, 2, R, G, B, K)
            .layer("a", 1, 0, 0, 5, 10)
            .cel(0, 0, 0, 4, 1, 1, 2, 3, 9);
    assertThat(frames(file)).as("modes and opacities do not count").containsExactly("G.K.");
    IndexedPicture picture = (IndexedPicture) accepted(file, PictureChoice.EVERYTHING).picture();
    assertThat(IntStream.range(0, 4).map(picture::paletteArgb)).containsExactly(R, G, 0xFF, K);
    assertThat(IntStream.range(0, 4).map(x -> picture.index(x, 0))).containsExactly(1, 2, 3, 2);
  }

  @Test
  void nothingIsTransparentInFrontOfABackground() throws IOException {
    AsepriteFile file =
        AsepriteFile.indexed(2, 1, 2, R, G, B, K)
            .layer("back", 9, 0, 0, 0, 255)
            .layer("front")
            .cel(0, 0, 0, 2, 1, 2, 0)
            .cel(1, 1, 0, 1, 1, 2);
    assertThat(frames(file)).containsExactly("BR");
    assertThat(frames(file, layers("front"))).containsExactly("..");
  }

  @Test
  void aPaletteThatChangesGivesColors() throws IOException {
    AsepriteFile file =
        AsepriteFile.indexed(1, 1, 0, K, R)
            .layer("a")
            .cel(0, 0, 0, 1, 1, 1)
            .tag("one", 1, 1, 0)
            .frame()
            .palette(K, G)
            .linkedCel(0, 0, 0, 0);
    assertThat(frames(file)).containsExactly("R", "G");
    assertThat(accepted(file, PictureChoice.EVERYTHING).picture())
        .isInstanceOf(TruecolorPicture.class);
    assertThat(frames(file, tag("one"))).containsExactly("G");
    assertThat(accepted(file, tag("one")).picture()).isInstanceOf(IndexedPicture.class);
  }

  @Test
  void oldPalettesCountWhereThereIsNoNewOne() throws IOException {
    AsepriteFile.Bytes eight = new AsepriteFile.Bytes();
    eight.u16(2).u8(0).u8(1).u8(255).u8(0).u8(0).u8(1).u8(1).u8(0).u8(255).u8(0);
    AsepriteFile.Bytes six = new AsepriteFile.Bytes();
    six.u16(1).u8(1).u8(2).u8(63).u8(0).u8(0).u8(0).u8(63).u8(0);
    assertThat(frames(old().chunk(4, eight.array()).cel(0, 0, 0, 3, 1, 0, 1, 2)))
        .containsExactly("RGK");
    assertThat(frames(old().chunk(11, six.array()).cel(0, 0, 0, 3, 1, 0, 1, 2)))
        .containsExactly("KRG");
    assertThat(frames(old().chunk(11, six.array()).palette(G, B, K).cel(0, 0, 0, 3, 1, 0, 1, 2)))
        .containsExactly("GBK");
  }

  /** A document with a palette of 256 black entries, the last of them transparent. */
  private static AsepriteFile old() {
    return AsepriteFile.indexedWithout(3, 1, 255).layer("a");
  }

  @Test
  void tilesAreTurnedAndMirroredAndTile0IsEmpty() throws IOException {
    int[] tiles = {0, 0, 0, 0, R, G, B, K};
    AsepriteFile file =
        AsepriteFile.rgb(8, 4)
            .tileset(7, 6, 2, 2, tiles)
            .tileLayer("map", 7)
            .tileCel(
                0,
                0,
                0,
                4,
                2,
                1,
                0x80000001,
                0x40000001,
                0x20000001,
                0,
                0xA0000001,
                0x60000001,
                99);
    assertThat(frames(file)).containsExactly("RGGRBKRB/BKKBRGGK/..BRGK../..KGRB..");
  }

  @Test
  void tilesOfOldDocumentsBeginWith0AndClipAtTheCanvas() throws IOException {
    AsepriteFile file =
        AsepriteFile.rgb(2, 1)
            .tileset(0, 2, 2, 1, R, G)
            .tileLayer("map", 0)
            .tileCel(0, -1, 0, 2, 1, 0, -1);
    assertThat(frames(file)).containsExactly("G.");
  }

  @Test
  void aTagSelectsFramesAndWhatIsWithinThem() throws IOException {
    AsepriteFile file =
        AsepriteFile.rgb(1, 1)
            .layer("a")
            .tag("all", 0, 3, 0)
            .tag("walk", 1, 2, 2)
            .tag("turn", 2, 2, 3)
            .tag("wrong", 2, 9, 0)
            .cel(0, 0, 0, 1, 1, R)
            .frame()
            .cel(0, 0, 0, 1, 1, G)
            .frame()
            .cel(0, 0, 0, 1, 1, B)
            .frame();
    assertThat(frames(file, tag("walk"))).containsExactly("G", "B");
    Animation walk = accepted(file, tag("walk")).animation().orElseThrow();
    assertThat(walk.tags())
        .containsExactly(
            new AnimationTag("walk", 0, 1, Direction.PING_PONG),
            new AnimationTag("turn", 1, 1, Direction.PING_PONG_REVERSE));
    assertThat(walk.durationsMs()).hasSize(2);
    assertThat(AsepriteFile.decode(file.bytes()).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.ASEPRITE_ODD);
  }
}
