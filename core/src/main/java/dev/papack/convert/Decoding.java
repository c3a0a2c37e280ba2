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
import dev.papack.media.Picture;
import dev.papack.media.PictureFormat;
import dev.papack.media.Pictures;
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
        sheets(sources, TilesEncoder.ruleOf(settings)).and(unknownSettings(sources, settings));
    if (references.isEmpty()) {
      return sheets.map(all -> new TilesInput(all, Optional.empty()));
    }
    Outcome<ImposedPalettes> palettes =
        sheets(references, PixelRule.STRICT).flatMap(all -> ImposedPalettes.of(all.getFirst()));
    return sheets
        .and(palettes.diagnostics())
        .flatMap(all -> palettes.map(found -> new TilesInput(all, Optional.of(found))));
  }

  /** Settings that no format has yet. */
  private static List<Diagnostic> unknownSettings(
      List<Outcome<Source<PictureFormat>>> sources, TilesSettings settings) {
    List<String> unknown = new ArrayList<>();
    if (!settings.layers().isEmpty()) {
      unknown.add("layers");
    }
    settings.tag().ifPresent(_ -> unknown.add("tag"));
    List<Diagnostic> faults = new ArrayList<>();
    for (Outcome<Source<PictureFormat>> read : sources) {
      if (read instanceof Outcome.Accepted<Source<PictureFormat>>(var source, var _)) {
        for (String setting : unknown) {
          faults.add(notFor(setting, source));
        }
      }
    }
    return faults;
  }

  private static Diagnostic notFor(String setting, Source<PictureFormat> source) {
    return Diagnostic.error(
            DiagnosticCode.SETTING_NOT_FOR_FORMAT,
            source.content().location(Artifact.SOURCE),
            "\"" + setting + "\" is not for " + source.format().traits().name())
        .found(source.format().traits().name())
        .advice("remove \"" + setting + "\" from the declaration");
  }

  /**
   * The sheets of all sources, one source after the other; their pixels share the limit of one.
   *
   * @param sources as they were read; of a refused one the faults are passed on
   * @param rule which pixels are opaque
   * @return every sheet, or the faults of all sources up to the one with which there are too many
   *     pixels
   */
  static Outcome<List<Sheet>> sheets(List<Outcome<Source<PictureFormat>>> sources, PixelRule rule)
      throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    long pixels = 0;
    for (Outcome<Source<PictureFormat>> read : sources) {
      diagnostics.addAll(read.diagnostics());
      if (read instanceof Outcome.Accepted<Source<PictureFormat>>(var source, var _)) {
        Location file = source.content().location(Artifact.SOURCE);
        Outcome<Pictures> decoded = source.format().decode(source.content(), rule);
        diagnostics.addAll(decoded.diagnostics());
        if (decoded instanceof Outcome.Accepted<Pictures>(var pictures, var _)) {
          pixels += pictures.pixelCount();
          if (pixels > Limits.PNG_PIXELS) {
            diagnostics.add(tooManyPixels(file, pixels));
            break;
          }
          for (Picture picture : pictures.pictures()) {
            sheets.add(new Sheet(file, picture));
          }
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
