package dev.papack.authoring;

import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.bank.Choice;
import dev.papack.bank.ImposedPalettes;
import dev.papack.bank.Sheet;
import dev.papack.bank.TilesSettingsChoice;
import dev.papack.convert.Conversion;
import dev.papack.convert.FormatSettings;
import dev.papack.convert.MemoryBudget;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.OutOfMemoryException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.DecodedPicture;
import dev.papack.media.Extent;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureFormat;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.OpenSource;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pictures of one asset, read to choose the settings of all of them together. */
final class SheetFiles {
  private SheetFiles() {}

  /** A picture that was read. */
  record Read(PictureFormat format, SourceContent content) {}

  /** What is known before pictures are read whole. */
  private record Sizes(List<PictureSize> pictures, long decodedBytes, long fileBytes) {
    static final Sizes NONE = new Sizes(List.of(), 0, 0);

    /** Copies the list. */
    private Sizes {
      pictures = List.copyOf(pictures);
    }

    static Sizes of(PictureFormat format, OpenSource source) throws IOException {
      Extent extent = format.extentOf(source.reader());
      return new Sizes(extent.pictures(), extent.neededBytes(), source.sizeBytes());
    }

    Sizes plus(Sizes other) {
      return new Sizes(
          Stream.concat(pictures.stream(), other.pictures.stream()).toList(),
          decodedBytes + other.decodedBytes,
          fileBytes + other.fileBytes);
    }

    long pixels() {
      return pictures.stream().mapToLong(PictureSize::pixels).sum();
    }
  }

  /**
   * Reads several pictures and chooses settings for all of them.
   *
   * @param files at least one, in the order of their tiles
   */
  static MediaFile choose(
      ReadableDirectory assets, MemoryBudget memory, List<AssetsPath> files, Wanted wanted)
      throws IOException {
    return switch (sizes(assets, files)) {
      case Outcome.Refused<Sizes>(List<Diagnostic> faults) -> new MediaFile.Unfit(faults);
      case Outcome.Accepted<Sizes>(Sizes sizes, var _) when sizes.pixels() > Limits.PNG_PIXELS ->
          new MediaFile.Unfit(List.of(tooManyPixels(files.getFirst(), sizes.pixels())));
      case Outcome.Accepted<Sizes>(Sizes sizes, var _) ->
          memory.within(
              new OutOfMemoryException.Need(
                  files.getFirst().inWorkspace().text(),
                  sizes.decodedBytes()
                      + TilesSettingsChoice.neededBytes(
                          sizes.pictures(),
                          files.getFirst().inWorkspace().text(),
                          wanted.request().tiles())
                      + Math.min(sizes.fileBytes(), Conversion.MAX_KEPT_BYTES)),
              () ->
                  switch (read(assets, files)) {
                    case Outcome.Refused<List<Read>>(List<Diagnostic> faults) ->
                        new MediaFile.Unfit(faults);
                    case Outcome.Accepted<List<Read>>(List<Read> read, var _) ->
                        choose(read, wanted);
                  });
    };
  }

  /**
   * Chooses settings for pictures that were read.
   *
   * @param files at least one, in the order of their tiles
   */
  static MediaFile choose(List<Read> files, Wanted wanted) throws IOException {
    TilesRequest tiles = wanted.request().tiles();
    TilesRequest request =
        tiles.with(
            FormatSettings.possible(files.stream().map(Read::format).toList(), tiles.sheets()));
    PictureChoice choice = new PictureChoice(request.sheets().layers(), request.sheets().tag());
    Outcome<List<Sheet>> decoded = decode(files, TilesSettingsChoice.ruleOf(request), choice);
    return switch (decoded) {
      case Outcome.Refused<List<Sheet>>(List<Diagnostic> faults) -> new MediaFile.Unfit(faults);
      case Outcome.Accepted<List<Sheet>>(List<Sheet> sheets, List<Diagnostic> warnings) -> {
        Outcome<Choice<TilesSettings>> chosen =
            TilesSettingsChoice.choose(
                sheets, rule -> again(decode(files, rule, choice)), wanted.palettes(), request);
        yield MediaFile.fit(chosen, warnings);
      }
    };
  }

  private static Outcome<Sizes> sizes(ReadableDirectory assets, List<AssetsPath> files)
      throws IOException {
    Sizes all = Sizes.NONE;
    List<Diagnostic> faults = new ArrayList<>();
    for (AssetsPath file : files) {
      Outcome<Sizes> one =
          FileReader.open(assets, file, Limits.SOURCE_BYTES)
              .then(source -> {
                try (source) {
                  return MediaFile.FORMATS
                      .pictureFormat(source.head())
                      .then(format -> Outcome.of(Sizes.of(format, source)));
                }
              });
      faults.addAll(one.diagnostics());
      all = one instanceof Outcome.Accepted<Sizes>(Sizes more, var _) ? all.plus(more) : all;
    }
    return Outcome.of(all).and(faults);
  }

  private static Outcome<List<Read>> read(ReadableDirectory assets, List<AssetsPath> files)
      throws IOException {
    List<Read> all = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    long keptBytes = Conversion.MAX_KEPT_BYTES;
    for (AssetsPath file : files) {
      long mayKeepBytes = keptBytes;
      Outcome<Read> read = read(assets, file, mayKeepBytes);
      faults.addAll(read.diagnostics());
      if (read instanceof Outcome.Accepted<Read>(Read one, var _)) {
        all.add(one);
        keptBytes -= one.content().sizeBytes() <= mayKeepBytes ? one.content().sizeBytes() : 0;
      }
    }
    return Outcome.of(all).and(faults);
  }

  private static Outcome<Read> read(ReadableDirectory assets, AssetsPath file, long mostKeptBytes)
      throws IOException {
    return FileReader.open(assets, file, Limits.SOURCE_BYTES)
        .then(source -> {
          try (source) {
            Outcome<PictureFormat> format = MediaFile.FORMATS.pictureFormat(source.head());
            return format.then(known -> Outcome.of(new Read(known, source.read(mostKeptBytes))));
          }
        });
  }

  private static Outcome<List<Sheet>> decode(List<Read> files, PixelRule rule, PictureChoice choice)
      throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Read file : files) {
      Outcome<DecodedPicture> decoded = file.format().decode(file.content(), rule, choice);
      diagnostics.addAll(decoded.diagnostics());
      if (decoded instanceof Outcome.Accepted<DecodedPicture>(DecodedPicture picture, var _)) {
        sheets.add(
            new Sheet(
                file.content().location(Artifact.SOURCE), picture.picture(), picture.animation()));
      }
    }
    return Outcome.of(sheets).and(diagnostics);
  }

  private static List<Sheet> again(Outcome<List<Sheet>> decoded) {
    return switch (decoded) {
      case Outcome.Accepted<List<Sheet>>(List<Sheet> sheets, var _) -> sheets;
      case Outcome.Refused<List<Sheet>> refused ->
          throw new IllegalStateException("the same bytes were accepted before: " + refused);
    };
  }

  private static Diagnostic tooManyPixels(AssetsPath file, long pixels) {
    return Diagnostic.error(
            DiagnosticCode.PNG_LIMIT,
            Location.of(Artifact.SOURCE, file),
            "the pictures of the folder have "
                + pixels
                + " pixels; all sheets of an asset together may have "
                + Limits.PNG_PIXELS)
        .found(String.valueOf(pixels))
        .limit(String.valueOf(Limits.PNG_PIXELS))
        .advice("split the sheets into several assets");
  }

  /** The palettes of a picture that others are to take them from. */
  static Outcome<ImposedPalettes> palettes(
      ReadableDirectory assets, MemoryBudget memory, AssetsPath file) throws IOException {
    return sizes(assets, List.of(file))
        .then(sizes ->
            memory.within(
                new OutOfMemoryException.Need(
                    file.inWorkspace().text(),
                    sizes.decodedBytes() + Math.min(sizes.fileBytes(), Conversion.MAX_KEPT_BYTES)),
                () ->
                    read(assets, file, Conversion.MAX_KEPT_BYTES)
                        .then(read ->
                            decode(List.of(read), PixelRule.STRICT, PictureChoice.EVERYTHING))
                        .flatMap(sheets -> ImposedPalettes.of(sheets.getFirst()))));
  }
}
