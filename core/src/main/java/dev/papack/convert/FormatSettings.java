package dev.papack.convert;

import dev.papack.asset.Gutters;
import dev.papack.asset.SheetRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.media.PictureFormat;
import dev.papack.media.PictureFormat.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which settings of sheets a format cannot have: those of layers and tags where its files have
 * none, and those of cells where its files have frames of their own.
 */
public final class FormatSettings {
  private static final Set<String> OF_CELLS = Set.of("frame", "margin", "spacing");

  private FormatSettings() {}

  /** A fault for each setting that the format of a source cannot have. */
  static List<Diagnostic> faults(PictureFormat format, Location source, TilesSettings settings) {
    SheetRequest declared =
        new SheetRequest(
            Optional.empty(),
            Optional.of(settings.gutters()),
            settings.frame(),
            Optional.empty(),
            settings.layers(),
            settings.tag());
    return faults(format, source, declared);
  }

  /**
   * A fault for each setting that the format of a source cannot have.
   *
   * @param request what the author said
   */
  public static List<Diagnostic> faults(
      PictureFormat format, Location source, SheetRequest request) {
    return unknown(format.features(), request).stream()
        .map(setting -> notFor(setting, format, source))
        .toList();
  }

  /**
   * What of a request formats can have.
   *
   * @param formats those of all sources of an asset
   */
  public static SheetRequest possible(List<PictureFormat> formats, SheetRequest request) {
    boolean hasFrames = formats.stream().anyMatch(format -> has(format, Feature.FRAMES));
    boolean hasLayers = formats.stream().allMatch(format -> has(format, Feature.LAYERS));
    boolean hasTags = formats.stream().allMatch(format -> has(format, Feature.TAGS));
    return new SheetRequest(
        request.transparentColor(),
        request.gutters().filter(_ -> !hasFrames),
        request.frame().filter(_ -> !hasFrames),
        request.reduction(),
        hasLayers ? request.layers() : List.of(),
        request.tag().filter(_ -> hasTags));
  }

  private static boolean has(PictureFormat format, Feature feature) {
    return format.features().contains(feature);
  }

  private static List<String> unknown(Set<Feature> features, SheetRequest request) {
    List<String> unknown = new ArrayList<>();
    if (features.contains(Feature.FRAMES)) {
      request.frame().ifPresent(_ -> unknown.add("frame"));
      if (request.gutters().orElse(Gutters.NONE).marginPixels() > 0) {
        unknown.add("margin");
      }
      if (request.gutters().orElse(Gutters.NONE).spacingPixels() > 0) {
        unknown.add("spacing");
      }
    }
    if (!features.contains(Feature.LAYERS) && !request.layers().isEmpty()) {
      unknown.add("layers");
    }
    if (!features.contains(Feature.TAGS)) {
      request.tag().ifPresent(_ -> unknown.add("tag"));
    }
    return unknown;
  }

  private static Diagnostic notFor(String setting, PictureFormat format, Location source) {
    return Diagnostic.error(
            DiagnosticCode.SETTING_NOT_FOR_FORMAT,
            source,
            "\""
                + setting
                + "\" is not for "
                + format.traits().name()
                + (OF_CELLS.contains(setting) ? ": its frames are those of the file" : ""))
        .found(format.traits().name())
        .advice("remove \"" + setting + "\" from the declaration");
  }
}
