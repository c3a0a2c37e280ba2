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
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.Pictures;
import dev.papack.media.Sound;
import dev.papack.media.formats.MediaFormats;
import dev.papack.result.AddRequest;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code add} makes of a file: settings that a build would accept, or why there are none. */
sealed interface MediaFile {
  /** Files of these can become assets. */
  MediaFormats FORMATS = MediaFormats.SUPPORTED;

  /**
   * A picture or sound, and settings under which it encodes.
   *
   * @param choice the settings and why
   * @param warnings what the decoder reported
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
  static boolean isOne(ReadableDirectory assets, AssetsPath file) throws IOException {
    return FileReader.read(assets, file, Limits.SOURCE_BYTES, Artifact.SOURCE)
            instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes)
        && typeOf(snapshot).isPresent();
  }

  /** Reads a file, decodes it and chooses what the request leaves open. */
  static MediaFile choose(ReadableDirectory assets, AssetsPath file, AddRequest request)
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
                  snapshot.location(Artifact.SOURCE),
                  "\"" + snapshot.path() + "\" is " + FORMATS.neitherNouns())
              .advice(
                  "if it should be an asset, export it as "
                      + FORMATS.names()
                      + "; otherwise do nothing"));
    }
    if (request.bank().isPresent() && !request.bank().equals(type)) {
      return new Foreign(
          Diagnostic.note(
                  DiagnosticCode.SETTING_NOT_APPLICABLE,
                  snapshot.location(Artifact.SOURCE),
                  "\""
                      + snapshot.path()
                      + "\" becomes a "
                      + type.get()
                      + " bank, not "
                      + request.bank().get())
              .found(type.get().name())
              .supported(request.bank().get().name())
              .fix(Fix.request("choose the bank type that fits, or none", Fix.RequestChange.BANK)));
    }
    return switch (type.get()) {
      case TILES -> picture(snapshot, request);
      case SOUNDS -> sound(snapshot, request);
    };
  }

  private static MediaFile picture(Snapshot snapshot, AddRequest request) {
    return switch (FORMATS.picture(snapshot)) {
      case Outcome.Refused<Pictures>(List<Diagnostic> faults) -> new Unfit(faults);
      case Outcome.Accepted<Pictures>(Pictures pictures, List<Diagnostic> warnings) ->
          switch (TilesSettingsChoice.choose(
              snapshot.location(Artifact.SOURCE),
              // Every format of today holds one picture a file.
              pictures.pictures().getFirst(),
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
                      snapshot.location(Artifact.SOURCE),
                      "\""
                          + snapshot.path()
                          + "\" is a sound, but the given settings are for pictures")
                  .advice("add sounds separately")));
    }
    return switch (FORMATS.sound(snapshot)) {
      case Outcome.Refused<Sound>(List<Diagnostic> faults) -> new Unfit(faults);
      case Outcome.Accepted<Sound>(Sound sound, List<Diagnostic> warnings) -> {
        Choice<SoundsSettings> choice = SoundsSettingsChoice.choose(sound);
        yield switch (SoundsEncoder.encode(
            snapshot.location(Artifact.SOURCE), sound, choice.settings())) {
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

  private static Optional<BankType> typeOf(Snapshot snapshot) {
    return FORMATS
        .mediumOf(snapshot)
        .map(medium ->
            switch (medium) {
              case PICTURE -> BankType.TILES;
              case SOUND -> BankType.SOUNDS;
            });
  }
}
