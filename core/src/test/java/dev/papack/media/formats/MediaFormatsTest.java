package dev.papack.media.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import dev.papack.media.DecodedPicture;
import dev.papack.media.Extent;
import dev.papack.media.FormatTraits;
import dev.papack.media.Likeness;
import dev.papack.media.Mark;
import dev.papack.media.Media;
import dev.papack.media.MediaFormat;
import dev.papack.media.Medium;
import dev.papack.media.MemoryFormula;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureFormat;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import dev.papack.media.Sound;
import dev.papack.media.SoundFormat;
import dev.papack.media.aseprite.AsepriteFile;
import dev.papack.media.flac.FlacFile;
import dev.papack.media.gif.GifFile;
import dev.papack.media.png.Png;
import dev.papack.media.png.PngFile;
import dev.papack.media.vorbis.OggFile;
import dev.papack.media.wav.Wav;
import dev.papack.media.wav.WavFile;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which format a file is of, and what is said of it when it is of none. */
class MediaFormatsTest {
  private static final MemoryFormula MEMORY = new MemoryFormula("DOT picture", "1 byte", 1);

  /** Begins with DOT; decodes to one black pixel. */
  private static final PictureFormat DOT =
      new PictureFormat(
          new FormatTraits("DOT", "a DOT picture", List.of("dot", "dt"), 1, List.of(), MEMORY),
          bytes ->
              Mark.of("DOT").isIn(bytes)
                  ? Likeness.OWN
                  : Mark.of("dot").isIn(bytes) ? Likeness.AKIN : Likeness.OTHER,
          _ -> new Extent(1, List.of(new PictureSize(1, 1))),
          Set.of(),
          (_, rule, _) ->
              Outcome.of(
                  DecodedPicture.still(
                      ArgbPicture.of(1, 1, new int[] {0xFF00_0000}).decoded(rule))));

  private static final MediaFormats MORE =
      new MediaFormats(List.of(Png.FORMAT, DOT), List.of(Wav.FORMAT));

  private static Outcome<? extends Media> decode(MediaFormat format, SourceContent content) {
    try {
      return switch (format) {
        case PictureFormat picture ->
            picture.decode(content, PixelRule.STRICT, PictureChoice.EVERYTHING);
        case SoundFormat sound -> sound.decode(content);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome<DecodedPicture> picture(MediaFormats formats, SourceContent content) {
    try {
      return formats.picture(content, PixelRule.STRICT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome<Sound> sound(MediaFormats formats, SourceContent content) {
    try {
      return formats.sound(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceContent file(String name, String latin1) {
    return SourceContent.of("assets/" + name, latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] png() {
    return PngFile.filled(1, 1, 0xFF00_0000);
  }

  /** A file of a format, as small as can be. */
  private static byte[] smallest(MediaFormat format) {
    return switch (format.traits().name()) {
      case "PNG" -> png();
      case "GIF" -> GifFile.filled(1, 1, 0);
      case "Aseprite" -> AsepriteFile.filled(1, 1, 0xFF00_0000);
      case "WAV" -> wav();
      case "FLAC" -> FlacFile.small().bytes();
      case "Ogg Vorbis" -> OggFile.of("mono.ogg");
      default -> throw new AssertionError("no file of " + format.traits().name());
    };
  }

  private static byte[] wav() {
    return WavFile.riff(WavFile.format(1, 1, 8_000, 16), WavFile.chunk("data", new byte[2]));
  }

  static Stream<MediaFormat> formats() {
    return MediaFormats.SUPPORTED.all().stream();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anEmptyFileIsOfNoFormatAndEachDecoderRefusesWhatIsOfNone(MediaFormat format) {
    assertThat(format.likenessOf(file("a", "").head().bytes())).isEqualTo(Likeness.OTHER);
    for (String other : List.of("", "noise", "RIFF\4\0\0\0AVI ", "\u00ff\u00d8\u00ff")) {
      assertThat(decode(format, file("a", other)).diagnostics())
          .singleElement()
          .extracting(Diagnostic::code)
          .isEqualTo(DiagnosticCode.MEDIA_UNKNOWN);
    }
  }

  @Test
  void noTwoFormatsShareANameOrAnEndingAndNoneIsCalledForeign() {
    Set<String> seen = new HashSet<>();
    for (MediaFormat format : MediaFormats.SUPPORTED.all()) {
      assertThat(seen.add(format.traits().name())).as(format.traits().name()).isTrue();
      for (String ending : format.traits().endings()) {
        assertThat(seen.add(ending)).as(ending).isTrue();
      }
    }
    assertThat(seen).doesNotContainAnyElementsOf(UnknownPicture.ENDINGS);
    assertThat(seen).doesNotContainAnyElementsOf(UnknownSound.ENDINGS);
  }

  @Test
  void aFileDecodesToWhatItsFormatIsOf() {
    for (MediaFormat format : MediaFormats.SUPPORTED.all()) {
      byte[] bytes = smallest(format);
      Outcome<? extends Media> outcome = decode(format, SourceContent.of("a", bytes));
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      if (outcome instanceof Outcome.Accepted<? extends Media>(Media media, var _)) {
        Medium medium =
            switch (media) {
              case DecodedPicture pictures -> {
                assertThat(pictures.pixelCount()).isEqualTo(1);
                yield Medium.PICTURE;
              }
              case Sound sound -> {
                assertThat(sound.frameCount()).isPositive();
                yield Medium.SOUND;
              }
            };
        assertThat(MediaFormats.SUPPORTED.mediumOf(SourceContent.of("a", bytes).head()))
            .contains(medium);
      }
    }
  }

  @Test
  void bytesDecideOverTheName() {
    assertThat(MediaFormats.SUPPORTED.mediumOf(SourceContent.of("assets/a.wav", png()).head()))
        .contains(Medium.PICTURE);
    assertThat(MediaFormats.SUPPORTED.mediumOf(SourceContent.of("assets/a.png", wav()).head()))
        .contains(Medium.SOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "a.png, PICTURE",
    "A.PNG, PICTURE",
    "a.jpeg, PICTURE",
    "a.wav, SOUND",
    "a.b.Ogg, SOUND",
    "a.txt,",
    "png,",
    "a.png/b,",
    "a.,",
  })
  void whereBytesSayNothingTheEndingDecides(String name, Medium medium) {
    assertThat(MediaFormats.SUPPORTED.mediumOf(file(name, "noise").head()))
        .isEqualTo(Optional.ofNullable(medium));
  }

  @Test
  void onlyWhatCanBeDecodedIsNamedLikeOne() {
    assertThat(MediaFormats.SUPPORTED.isNamedLikeOne(new FileName("Hero.PNG"))).isTrue();
    assertThat(MediaFormats.SUPPORTED.isNamedLikeOne(new FileName("hit.wav"))).isTrue();
    assertThat(MediaFormats.SUPPORTED.isNamedLikeOne(new FileName("hero.jpg"))).isFalse();
    assertThat(MediaFormats.SUPPORTED.isNamedLikeOne(new FileName("png"))).isFalse();
    assertThat(MORE.isNamedLikeOne(new FileName("hero.dt"))).isTrue();
  }

  @Test
  void theFormatIsTheOneTheBytesBearWhateverTheNameSays() {
    assertThat(MORE.pictureFormat(file("a.png", "DOT").head())).isEqualTo(Outcome.of(DOT));
    assertThat(MORE.pictureFormat(SourceContent.of("a.dot", png()).head()))
        .isEqualTo(Outcome.of(Png.FORMAT));
    assertThat(picture(MORE, file("a.png", "DOT"))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aDamagedFileIsLeftToTheDecoderThatKnowsTheDamage() {
    assertThat(MORE.pictureFormat(file("a.png", "dot").head())).isEqualTo(Outcome.of(DOT));
    assertThat(MORE.pictureFormat(file("a.dot", "\tPNG").head())).isEqualTo(Outcome.of(Png.FORMAT));
    assertThat(MORE.soundFormat(file("a", "RIFX").head())).isEqualTo(Outcome.of(Wav.FORMAT));
  }

  private static Diagnostic fault(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).hasSize(1);
    return outcome.diagnostics().getFirst();
  }

  @Test
  void aFileOfNoFormatIsCalledByItsOwnAndAllFormatsAreOffered() {
    Diagnostic one = fault(picture(MediaFormats.SUPPORTED, file("a.png", "BM6")));
    assertThat(one.message())
        .isEqualTo("the file is not a PNG, GIF or Aseprite: it looks like a BMP picture");
    assertThat(one.supported()).contains("PNG, GIF or Aseprite");
    Diagnostic two = fault(picture(MORE, file("a.png", "BM6")));
    assertThat(two.message())
        .isEqualTo("the file is not a PNG or DOT: it looks like a BMP picture");
    assertThat(two.supported()).contains("PNG or DOT");
    assertThat(fault(sound(MORE, file("a.wav", "DOT"))).message())
        .isEqualTo("the file is not a WAV file: it is a DOT picture");
  }

  @Test
  void aSoundThatShouldBeAPictureIsCalledASound() {
    assertThat(fault(picture(MediaFormats.SUPPORTED, SourceContent.of("a.png", wav()))).message())
        .isEqualTo("the file is not a PNG, GIF or Aseprite: it looks like a WAV sound");
    assertThat(fault(sound(MediaFormats.SUPPORTED, SourceContent.of("a.wav", png()))).message())
        .isEqualTo("the file is not a WAV, FLAC or Ogg Vorbis file: it is a PNG picture");
  }

  @Test
  void riffOfAnotherFormIsNoSound() {
    SourceContent webp = file("a.webp", "RIFF\4\0\0\0WEBP");
    assertThat(MediaFormats.SUPPORTED.mediumOf(webp.head())).contains(Medium.PICTURE);
    assertThat(fault(picture(MediaFormats.SUPPORTED, webp)).message())
        .isEqualTo("the file is not a PNG, GIF or Aseprite: it looks like a WebP picture");
    assertThat(MediaFormats.SUPPORTED.mediumOf(file("a.avi", "RIFF\4\0\0\0AVI ").head())).isEmpty();
    assertThat(MediaFormats.SUPPORTED.mediumOf(file("a", "RIFF\4\0\0\0WAV").head()))
        .as("cut off inside its form")
        .contains(Medium.SOUND);
  }

  @Test
  void anUnfetchedFileIsCalledSoWhateverItShouldBe() {
    SourceContent pointer = file("a.png", "version https://git-lfs.github.com/spec/v1\n");
    assertThat(fault(picture(MediaFormats.SUPPORTED, pointer)).code())
        .isEqualTo(DiagnosticCode.LFS_POINTER);
    assertThat(fault(sound(MediaFormats.SUPPORTED, pointer)).code())
        .isEqualTo(DiagnosticCode.LFS_POINTER);
  }

  @Test
  void sentencesNameEveryFormat() {
    assertThat(MediaFormats.SUPPORTED.neitherNouns())
        .isEqualTo(
            "neither a PNG picture, a GIF picture, an Aseprite document, a WAV sound, a FLAC sound nor"
                + " an Ogg Vorbis sound");
    assertThat(MediaFormats.SUPPORTED.names())
        .isEqualTo("PNG, GIF, Aseprite, WAV, FLAC or Ogg Vorbis");
    assertThat(MORE.neitherNouns())
        .isEqualTo("neither a PNG picture, a DOT picture nor a WAV sound");
    assertThat(MORE.names()).isEqualTo("PNG, DOT or WAV");
  }

  @Test
  void pictureOrSoundCannotBeLeftOut() {
    assertThatThrownBy(() -> new MediaFormats(List.of(), List.of(Wav.FORMAT)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MediaFormats(List.of(DOT), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FormatTraits("A", "an A", List.of(".a"), 1, List.of(), MEMORY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FormatTraits("A", "an A", List.of("a"), 0, List.of(), MEMORY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
