package dev.papack.media.formats;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import dev.papack.media.LfsPointer;
import dev.papack.media.Likeness;
import dev.papack.media.MediaFormat;
import dev.papack.media.Medium;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureFormat;
import dev.papack.media.PixelRule;
import dev.papack.media.Sound;
import dev.papack.media.SoundFormat;
import dev.papack.media.aseprite.Aseprite;
import dev.papack.media.flac.Flac;
import dev.papack.media.gif.Gif;
import dev.papack.media.png.Png;
import dev.papack.media.vorbis.Vorbis;
import dev.papack.media.wav.Wav;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceHead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The formats that papack decodes. Whoever wants a file decoded asks here, and learns from the
 * sealed types what it is; a new format is a package and one entry of {@link #SUPPORTED}.
 *
 * @param pictures at least one; the first is the one that messages advise to export
 * @param sounds at least one; the first is the one that messages advise to export
 */
public record MediaFormats(List<PictureFormat> pictures, List<SoundFormat> sounds) {
  /** Those of this release. */
  public static final MediaFormats SUPPORTED =
      new MediaFormats(
          List.of(Png.FORMAT, Gif.FORMAT, Aseprite.FORMAT),
          List.of(Wav.FORMAT, Flac.FORMAT, Vorbis.FORMAT));

  /**
   * Refuses to do without pictures or sounds.
   *
   * @throws IllegalArgumentException if one of the lists is empty
   */
  public MediaFormats {
    pictures = List.copyOf(pictures);
    sounds = List.copyOf(sounds);
    if (pictures.isEmpty() || sounds.isEmpty()) {
      throw new IllegalArgumentException("no format of pictures, or none of sounds");
    }
  }

  /** All of them, those of pictures first. */
  public List<MediaFormat> all() {
    return Stream.<MediaFormat>concat(pictures.stream(), sounds.stream()).toList();
  }

  /**
   * What a file is or claims to be: by its bytes; where these say nothing by the ending of its
   * name, which also tells pictures and sounds that are not decoded, so that {@link #picture} or
   * {@link #sound} can say what they are and what to export instead.
   *
   * @return empty if it is nothing to be seen or heard
   */
  public Optional<Medium> mediumOf(SourceHead file) {
    ByteBuffer bytes = file.bytes();
    if (has(pictures, Likeness.OWN, bytes)) {
      return Optional.of(Medium.PICTURE);
    }
    if (has(sounds, Likeness.OWN, bytes)) {
      return Optional.of(Medium.SOUND);
    }
    String ending = endingOf(file.path());
    if (endsAs(pictures, ending) || UnknownPicture.ENDINGS.contains(ending)) {
      return Optional.of(Medium.PICTURE);
    }
    return endsAs(sounds, ending) || UnknownSound.ENDINGS.contains(ending)
        ? Optional.of(Medium.SOUND)
        : Optional.empty();
  }

  /**
   * What a file is called that no format decodes, by its bytes: {@code a Photoshop document}.
   *
   * @return empty if its bytes are not known
   */
  public Optional<String> nounOfForeign(SourceHead file) {
    return UnknownPicture.nounOf(file.bytes()).or(() -> UnknownSound.nounOf(file.bytes()));
  }

  /** Whether a file is named as one that can be decoded; its bytes may say otherwise. */
  public boolean isNamedLikeOne(FileName name) {
    return endsAs(all(), endingOf(name.text()));
  }

  /**
   * The format of a file that should be a picture, by its bytes alone.
   *
   * @return the format, which may still refuse the file, or what the file is instead
   */
  public Outcome<PictureFormat> pictureFormat(SourceHead file) {
    return formatOf(file, pictures, unknown -> UnknownPicture.fault(unknown, this));
  }

  /**
   * The format of a file that should be a sound, by its bytes alone.
   *
   * @return the format, which may still refuse the file, or what the file is instead
   */
  public Outcome<SoundFormat> soundFormat(SourceHead file) {
    return formatOf(file, sounds, unknown -> UnknownSound.fault(unknown, this));
  }

  /** Decodes a file that should be a picture. */
  public Outcome<DecodedPicture> picture(SourceContent content, PixelRule rule) throws IOException {
    return pictureFormat(content.head())
        .then(format -> format.decode(content, rule, PictureChoice.EVERYTHING));
  }

  /** Decodes a file that should be a sound. */
  public Outcome<Sound> sound(SourceContent content) throws IOException {
    return soundFormat(content.head()).then(format -> format.decode(content));
  }

  /** All of them as a sentence denies them: {@code neither a PNG picture nor a WAV sound}. */
  public String neitherNouns() {
    List<String> nouns = all().stream().map(format -> format.traits().noun()).toList();
    return "neither " + listed(nouns, "nor");
  }

  /** All of them as a sentence offers them: {@code PNG or WAV}. */
  public String names() {
    return namesOf(all());
  }

  /** The names of some: {@code PNG, GIF or WAV}. */
  static String namesOf(List<? extends MediaFormat> formats) {
    return listed(formats.stream().map(format -> format.traits().name()).toList(), "or");
  }

  /** What a file is called that begins as one of these formats does. */
  static Optional<String> nounOf(List<? extends MediaFormat> formats, ByteBuffer bytes) {
    return formats.stream()
        .filter(format -> format.likenessOf(bytes) == Likeness.OWN)
        .map(format -> format.traits().noun())
        .findFirst();
  }

  private static String listed(List<String> words, String conjunction) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " " + conjunction + " " + words.get(last);
  }

  private static <F extends MediaFormat> Outcome<F> formatOf(
      SourceHead file, List<F> formats, Function<SourceHead, Diagnostic> unknown) {
    ByteBuffer bytes = file.bytes();
    return Stream.of(Likeness.OWN, Likeness.AKIN)
        .flatMap(wanted -> formats.stream().filter(format -> format.likenessOf(bytes) == wanted))
        .findFirst()
        .map(Outcome::of)
        .orElseGet(
            () -> Outcome.refused(LfsPointer.find(file).orElseGet(() -> unknown.apply(file))));
  }

  private static boolean has(
      List<? extends MediaFormat> formats, Likeness likeness, ByteBuffer bytes) {
    return formats.stream().anyMatch(format -> format.likenessOf(bytes) == likeness);
  }

  private static boolean endsAs(List<? extends MediaFormat> formats, String ending) {
    return formats.stream().anyMatch(format -> format.traits().endings().contains(ending));
  }

  /** The ending of a name, in lower case; empty without a dot. */
  private static String endingOf(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
