package dev.papack.convert;

import dev.papack.asset.TilesSettings;
import dev.papack.bank.ImposedPalettes;
import dev.papack.bank.Sheet;
import dev.papack.bank.TilesEncoder;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureFormat;
import dev.papack.media.PixelRule;
import dev.papack.media.Sound;
import dev.papack.media.SoundFormat;
import dev.papack.source.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From the bytes of sources to what an encoder takes: pure functions of snapshots and their
 * formats, which know nothing of the asset.
 */
final class Decoding {
  private Decoding() {}

  /**
   * A sound and where it came from.
   *
   * @param location the file, for messages only
   * @param sound what is heard
   */
  record Recording(Location location, Sound sound) {}

  /**
   * What a TILES bank is made from.
   *
   * @param sheets in their order
   * @param palettes those of another picture, if the settings take them
   */
  record TilesInput(List<Sheet> sheets, Optional<ImposedPalettes> palettes) {
    /** Copies the list. */
    TilesInput {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * Everything that a TILES bank is made from.
   *
   * @param references at most one: the picture whose palettes the settings take
   */
  static Outcome<TilesInput> tilesInput(
      List<Outcome<Source<PictureFormat>>> sources,
      List<Outcome<Source<PictureFormat>>> references,
      TilesSettings settings)
      throws IOException {
    Outcome<List<Sheet>> sheets =
        sheets(
                sources,
                TilesEncoder.ruleOf(settings),
                new PictureChoice(settings.layers(), settings.tag()))
            .and(unknownSettings(sources, settings));
    if (references.isEmpty()) {
      return sheets.map(all -> new TilesInput(all, Optional.empty()));
    }
    Outcome<ImposedPalettes> palettes =
        sheets(references, PixelRule.STRICT, PictureChoice.EVERYTHING)
            .flatMap(all -> ImposedPalettes.of(all.getFirst()));
    return sheets
        .and(palettes.diagnostics())
        .flatMap(all -> palettes.map(found -> new TilesInput(all, Optional.of(found))));
  }

  /** Settings that the format of a source does not have, or has in the file itself. */
  private static List<Diagnostic> unknownSettings(
      List<Outcome<Source<PictureFormat>>> sources, TilesSettings settings) {
    List<Diagnostic> faults = new ArrayList<>();
    for (Outcome<Source<PictureFormat>> read : sources) {
      if (read instanceof Outcome.Accepted<Source<PictureFormat>>(var source, var _)) {
        faults.addAll(
            FormatSettings.faults(
                source.format(), source.content().location(Artifact.SOURCE), settings));
      }
    }
    return faults;
  }

  /**
   * The sheets of all sources, one source after the other; their pixels share the limit of one.
   *
   * @param sources as they were read; of a refused one the faults are passed on
   * @param rule which pixels are opaque
   * @param choice what is taken of files that hold more than one picture
   * @return every sheet, or the faults of all sources up to the one with which there are too many
   *     pixels
   */
  static Outcome<List<Sheet>> sheets(
      List<Outcome<Source<PictureFormat>>> sources, PixelRule rule, PictureChoice choice)
      throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    long pixels = 0;
    for (Outcome<Source<PictureFormat>> read : sources) {
      diagnostics.addAll(read.diagnostics());
      if (read instanceof Outcome.Accepted<Source<PictureFormat>>(var source, var _)) {
        Location file = source.content().location(Artifact.SOURCE);
        Outcome<DecodedPicture> decoded = source.format().decode(source.content(), rule, choice);
        diagnostics.addAll(decoded.diagnostics());
        if (decoded instanceof Outcome.Accepted<DecodedPicture>(var picture, var _)) {
          pixels += picture.pixelCount();
          if (pixels > Limits.PNG_PIXELS) {
            diagnostics.add(tooManyPixels(file, pixels));
            break;
          }
          sheets.add(new Sheet(file, picture.picture(), picture.animation()));
        }
      }
    }
    return Outcome.of(sheets).and(diagnostics);
  }

  private static Diagnostic tooManyPixels(Location file, long pixels) {
    return Diagnostic.error(
            DiagnosticCode.PNG_LIMIT,
            file,
            "with this sheet the asset has "
                + pixels
                + " pixels; all its sheets together may have "
                + Limits.PNG_PIXELS)
        .found(String.valueOf(pixels))
        .limit(String.valueOf(Limits.PNG_PIXELS))
        .advice("split the sheets into several assets");
  }

  /**
   * The sound of the one source that a SOUNDS asset has.
   *
   * @param sources one, as it was read
   */
  static Outcome<Recording> recording(List<Outcome<Source<SoundFormat>>> sources)
      throws IOException {
    return sources
        .getFirst()
        .then(source ->
            source
                .format()
                .decode(source.content())
                .map(sound -> new Recording(source.content().location(Artifact.SOURCE), sound)));
  }
}
