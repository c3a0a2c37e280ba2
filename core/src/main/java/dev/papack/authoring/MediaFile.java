package dev.papack.authoring;

import dev.papack.asset.BankSettings;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.Bank;
import dev.papack.bank.Choice;
import dev.papack.bank.SoundsEncoder;
import dev.papack.bank.SoundsSettingsChoice;
import dev.papack.bank.TilesRequest;
import dev.papack.bank.TilesSettingsChoice;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.Picture;
import dev.papack.media.PngDecoder;
import dev.papack.media.Sound;
import dev.papack.media.WavDecoder;
import dev.papack.result.AddRequest;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What {@code add} makes of a file: settings that a build would accept, or why there are none. */
sealed interface MediaFile {
  /** Endings of finished pictures: art that its author means to see in the game. */
  Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp", "tga", "tif", "tiff", "qoi");

  /** Endings of finished sounds. */
  Set<String> SOUNDS = Set.of("wav", "ogg", "mp3", "flac", "aif", "aiff", "m4a", "opus");

  /**
   * A picture or sound, and settings under which it encodes.
   *
   * @param choice the settings and why
   * @param warnings what the decoder remarked
   */
  record Fit(Choice<? extends BankSettings> choice, List<Diagnostic> warnings)
      implements MediaFile {
    /** Copies the list. */
    public Fit {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A picture or sound that no settings make fit.
   *
   * @param reasons at least one error
   */
  record Unfit(List<Diagnostic> reasons) implements MediaFile {
    /** Copies the list. */
    public Unfit {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Neither picture nor sound, or not of the bank that was asked for: a remark where the file was
   * found in a folder, an error where it was named.
   *
   * @param note says so
   */
  record Foreign(Diagnostic note) implements MediaFile {}

  /** Whether a file is, or claims to be, a picture or a sound. */
  static boolean isOne(ReadableDirectory assets, RelativePath file) throws IOException {
    return FileReader.read(assets, file, Limits.SOURCE_BYTES, Artifact.SOURCE)
            instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes)
        && typeOf(snapshot).isPresent();
  }

  /** Reads a file, decodes it and chooses what the request leaves open. */
  static MediaFile choose(ReadableDirectory assets, RelativePath file, AddRequest request)
      throws IOException {
    return switch (FileReader.read(assets, file, Limits.SOURCE_BYTES, Artifact.SOURCE)) {
      case Outcome.Refused<Snapshot>(List<Diagnostic> faults) -> new Unfit(faults);
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes) ->
          choose(snapshot, request);
    };
  }

  private static MediaFile choose(Snapshot snapshot, AddRequest request) {
    Optional<BankType> type = typeOf(snapshot);
    if (type.isEmpty()) {
      return new Foreign(
          Diagnostic.note(
                  DiagnosticCode.MEDIA_UNKNOWN,
                  Location.of(Artifact.SOURCE, snapshot.path()),
                  "\"" + snapshot.path() + "\" is neither a PNG picture nor a WAV sound")
              .help("nothing to do, unless it should be an asset: then export it as PNG or WAV"));
    }
    if (request.bank().isPresent() && !request.bank().equals(type)) {
      return new Foreign(
          Diagnostic.note(
                  DiagnosticCode.SETTING_NOT_APPLICABLE,
                  Location.of(Artifact.SOURCE, snapshot.path()),
                  "\""
                      + snapshot.path()
                      + "\" becomes a "
                      + type.get()
                      + " bank, not "
                      + request.bank().get())
              .found(type.get().name())
              .supported(request.bank().get().name())
              .fix(Fix.request("ask for any bank type", Fix.RequestChange.BANK)));
    }
    return switch (type.get()) {
      case TILES -> picture(snapshot, request);
      case SOUNDS -> sound(snapshot, request);
    };
  }

  private static MediaFile picture(Snapshot snapshot, AddRequest request) {
    return switch (PngDecoder.decode(snapshot)) {
      case Outcome.Refused<Picture>(List<Diagnostic> faults) -> new Unfit(faults);
      case Outcome.Accepted<Picture>(Picture picture, List<Diagnostic> warnings) ->
          switch (TilesSettingsChoice.choose(
              snapshot.path(),
              picture,
              new TilesRequest(
                  request.tileSizePixels(),
                  request.palettes(),
                  request.fit(),
                  request.alphaThreshold()))) {
            case Outcome.Refused<Choice<TilesSettings>>(List<Diagnostic> faults) ->
                new Unfit(faults);
            case Outcome.Accepted<Choice<TilesSettings>>(
                    Choice<TilesSettings> choice,
                    List<Diagnostic> more) ->
                new Fit(choice, both(warnings, more));
          };
    };
  }

  private static MediaFile sound(Snapshot snapshot, AddRequest request) {
    if (request.saysTiles()) {
      return new Unfit(
          List.of(
              Diagnostic.error(
                      DiagnosticCode.SETTING_NOT_APPLICABLE,
                      Location.of(Artifact.SOURCE, snapshot.path()),
                      "\""
                          + snapshot.path()
                          + "\" is a sound; the settings given are those of"
                          + " pictures")
                  .help("add sounds by themselves")));
    }
    return switch (WavDecoder.decode(snapshot)) {
      case Outcome.Refused<Sound>(List<Diagnostic> faults) -> new Unfit(faults);
      case Outcome.Accepted<Sound>(Sound sound, List<Diagnostic> warnings) -> {
        Choice<SoundsSettings> choice = SoundsSettingsChoice.choose(sound);
        yield switch (SoundsEncoder.encode(snapshot.path(), sound, choice.settings())) {
          case Outcome.Refused<Bank>(List<Diagnostic> faults) -> new Unfit(faults);
          case Outcome.Accepted<Bank>(Bank bank, List<Diagnostic> more) ->
              new Fit(choice, both(warnings, more));
        };
      }
    };
  }

  private static List<Diagnostic> both(List<Diagnostic> first, List<Diagnostic> second) {
    List<Diagnostic> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /**
   * By content; what only its name calls a picture or sound is left to the decoder, which says what
   * it is and what to export instead.
   */
  private static Optional<BankType> typeOf(Snapshot snapshot) {
    ByteBuffer bytes = snapshot.bytes();
    if (startsWith(bytes, "\u0089PNG")) {
      return Optional.of(BankType.TILES);
    }
    if (startsWith(bytes, "RIFF")) {
      return Optional.of(BankType.SOUNDS);
    }
    String path = snapshot.path().toLowerCase(Locale.ROOT);
    String ending = path.substring(path.lastIndexOf('.') + 1);
    if (PICTURES.contains(ending)) {
      return Optional.of(BankType.TILES);
    }
    return SOUNDS.contains(ending) ? Optional.of(BankType.SOUNDS) : Optional.empty();
  }

  private static boolean startsWith(ByteBuffer bytes, String magic) {
    ByteBuffer wanted = ByteBuffer.wrap(magic.getBytes(StandardCharsets.ISO_8859_1));
    return bytes.remaining() >= wanted.remaining()
        && bytes.slice(0, wanted.remaining()).equals(wanted);
  }
}
