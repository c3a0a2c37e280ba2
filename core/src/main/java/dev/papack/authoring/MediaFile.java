package dev.papack.authoring;

import dev.papack.asset.BankSettings;
import dev.papack.asset.SoundsRequest;
import dev.papack.bank.Choice;
import dev.papack.bank.TilesSettingsChoice;
import dev.papack.bank.sounds.SoundsEncoder;
import dev.papack.bank.sounds.SoundsSettingsChoice;
import dev.papack.container.BankType;
import dev.papack.convert.Conversion;
import dev.papack.convert.FormatSettings;
import dev.papack.convert.MemoryBudget;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.OutOfMemoryException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.Extent;
import dev.papack.media.MediaFormat;
import dev.papack.media.PictureFormat;
import dev.papack.media.PictureSize;
import dev.papack.media.Sound;
import dev.papack.media.formats.MediaFormats;
import dev.papack.result.AddRequest;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.OpenSource;
import dev.papack.source.SourceContent;
import dev.papack.source.SourceHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

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
   * Neither picture nor sound, or not of the bank that was asked for: a note where the file was
   * found in a folder, an error where it was named.
   *
   * @param note says so
   */
  record Foreign(Diagnostic note) implements MediaFile {}

  /** The bank of a file that is, or claims to be, a picture or a sound. */
  static Optional<BankType> typeOf(ReadableDirectory assets, AssetsPath file) throws IOException {
    return FileReader.open(assets, file, Limits.SOURCE_BYTES)
                .then(source -> {
                  try (source) {
                    return Outcome.of(typeOf(source.head()));
                  }
                })
            instanceof Outcome.Accepted<Optional<BankType>>(Optional<BankType> type, var _)
        ? type
        : Optional.empty();
  }

  /** Reads a file, decodes it and chooses what the request leaves open. */
  static MediaFile choose(
      ReadableDirectory assets,
      MemoryBudget memory,
      AssetsPath file,
      Wanted wanted,
      Selection selection)
      throws IOException {
    return switch (FileReader.open(assets, file, Limits.SOURCE_BYTES)) {
      case Outcome.Refused<OpenSource>(List<Diagnostic> faults) -> new Unfit(faults);
      case Outcome.Accepted<OpenSource>(OpenSource source, var _) -> {
        try (source) {
          yield choose(source, memory, wanted, selection);
        }
      }
    };
  }

  private static MediaFile choose(
      OpenSource source, MemoryBudget memory, Wanted wanted, Selection selection)
      throws IOException {
    AddRequest request = wanted.request();
    SourceHead head = source.head();
    Optional<BankType> type = typeOf(head);
    if (type.isEmpty()) {
      return new Foreign(
          Diagnostic.note(
                  DiagnosticCode.MEDIA_UNKNOWN,
                  head.location(),
                  "\""
                      + head.path()
                      + "\" is "
                      + FORMATS.nounOfForeign(head).map(noun -> noun + ", ").orElse("")
                      + FORMATS.neitherNouns())
              .advice(
                  "if it should be an asset, export it as "
                      + FORMATS.names()
                      + "; otherwise do nothing"));
    }
    if (request.bank().isPresent() && !request.bank().equals(type)) {
      return new Foreign(
          Diagnostic.note(
                  DiagnosticCode.SETTING_NOT_APPLICABLE,
                  head.location(),
                  "\""
                      + head.path()
                      + "\" becomes a "
                      + type.get()
                      + " bank, not "
                      + request.bank().get())
              .found(type.get().name())
              .supported(request.bank().get().name())
              .fix(Fix.request("choose the bank type that fits, or none", Fix.RequestChange.BANK)));
    }
    // In a folder, settings are for the files that can have them; the others need none.
    if (selection == Selection.BY_NAME && request.isForOthersThan(type.get())) {
      return new Unfit(List.of(otherSettings(head, type.get())));
    }
    return switch (type.get()) {
      case TILES -> picture(source, memory, wanted, selection);
      case SOUNDS -> sound(source, memory, request.sounds());
    };
  }

  private static Diagnostic otherSettings(SourceHead head, BankType type) {
    String fault =
        switch (type) {
          case TILES -> "is a picture, but the given settings are for sounds";
          case SOUNDS -> "is a sound, but the given settings are for pictures";
        };
    return Diagnostic.error(
            DiagnosticCode.SETTING_NOT_APPLICABLE,
            head.location(),
            "\"" + head.path() + "\" " + fault)
        .advice("add it separately");
  }

  /** Tries settings on a file, with as much memory as it needs. */
  @FunctionalInterface
  interface Trial<F> {
    MediaFile of(F format, SourceContent content) throws IOException;
  }

  private static <F extends MediaFormat> MediaFile tried(
      OpenSource source,
      MemoryBudget memory,
      Outcome<F> recognized,
      ToLongFunction<List<PictureSize>> neededBytes,
      Trial<F> trial)
      throws IOException {
    return switch (recognized) {
      case Outcome.Refused<F>(List<Diagnostic> faults) -> new Unfit(faults);
      case Outcome.Accepted<F>(F format, var _) -> {
        Extent extent = format.extentOf(source.reader());
        long needed =
            extent.neededBytes()
                + neededBytes.applyAsLong(extent.pictures())
                + Math.min(source.sizeBytes(), Conversion.MAX_KEPT_BYTES);
        yield memory.within(
            new OutOfMemoryException.Need(source.head().path(), needed),
            () -> trial.of(format, source.read(Conversion.MAX_KEPT_BYTES)));
      }
    };
  }

  private static MediaFile picture(
      OpenSource source, MemoryBudget memory, Wanted wanted, Selection selection)
      throws IOException {
    return tried(
        source,
        memory,
        FORMATS
            .pictureFormat(source.head())
            .flatMap(format ->
                Outcome.of(format).and(unknownSettings(format, source.head(), wanted, selection))),
        sizes ->
            TilesSettingsChoice.neededBytes(sizes, source.head().path(), wanted.request().tiles()),
        (format, content) ->
            SheetFiles.choose(List.of(new SheetFiles.Read(format, content)), wanted));
  }

  /** Settings that a file cannot have which was named. */
  private static List<Diagnostic> unknownSettings(
      PictureFormat format, SourceHead head, Wanted wanted, Selection selection) {
    return switch (selection) {
      case BY_NAME ->
          FormatSettings.faults(format, head.location(), wanted.request().tiles().sheets());
      case BY_SCAN -> List.of();
    };
  }

  private static MediaFile sound(OpenSource source, MemoryBudget memory, SoundsRequest sounds)
      throws IOException {
    return tried(
        source,
        memory,
        FORMATS.soundFormat(source.head()),
        _ -> SoundsEncoder.MEMORY.mostBytes(),
        (format, content) ->
            switch (format.decode(content)) {
              case Outcome.Refused<Sound>(List<Diagnostic> faults) -> new Unfit(faults);
              case Outcome.Accepted<Sound>(Sound sound, List<Diagnostic> warnings) ->
                  fit(
                      SoundsSettingsChoice.tried(source.head().location(), sound, sounds),
                      warnings);
            });
  }

  /** What was chosen, with what the decoder reported. */
  static <S extends BankSettings> MediaFile fit(
      Outcome<Choice<S>> chosen, List<Diagnostic> warnings) {
    return switch (chosen) {
      case Outcome.Refused<Choice<S>>(List<Diagnostic> faults) -> new Unfit(faults);
      case Outcome.Accepted<Choice<S>>(Choice<S> choice, List<Diagnostic> more) ->
          new Fit(choice, both(warnings, more));
    };
  }

  private static List<Diagnostic> both(List<Diagnostic> first, List<Diagnostic> second) {
    List<Diagnostic> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static Optional<BankType> typeOf(SourceHead head) {
    return FORMATS
        .mediumOf(head)
        .map(medium ->
            switch (medium) {
              case PICTURE -> BankType.TILES;
              case SOUND -> BankType.SOUNDS;
            });
  }
}
