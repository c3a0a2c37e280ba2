package dev.papack.convert;

import dev.papack.bank.Sheet;
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
        if (decoded instanceof Outcome.Accepted<Pictures>(Pictures pictures, var _)) {
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
