package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.IndexedPicture;
import dev.papack.media.TruecolorPicture;
import java.util.List;

/**
 * The setting {@code "index_0": "transparent"}: entry 0 of each palette of 16 where the pictures'
 * own palettes are kept, and otherwise entry 0 of the picture.
 */
final class Index0Setting {
  private Index0Setting() {}

  /** A sheet as the setting has it. */
  static Sheet applied(Sheet sheet, TilesSettings settings) {
    return switch (settings.index0()) {
      case AS_DECLARED -> sheet;
      case TRANSPARENT ->
          switch (sheet.picture()) {
            case TruecolorPicture _ -> sheet;
            case IndexedPicture picture -> sheet.with(transparent(picture, settings.palettes()));
          };
    };
  }

  private static IndexedPicture transparent(IndexedPicture picture, Palettes palettes) {
    return switch (palettes) {
      case Palettes.Indexed _ ->
          picture.withTransparent(index -> index % TilesMetadata.PALETTE_ENTRIES == 0);
      case Palettes.Auto _, Palettes.From _ -> picture.withTransparent(index -> index == 0);
    };
  }

  /** The sheets that have no index 0. */
  static List<Diagnostic> faults(List<Sheet> sheets, TilesSettings settings) {
    boolean isSaid =
        settings.index0() == TilesSettings.Index0.TRANSPARENT
            && !(settings.palettes() instanceof Palettes.Indexed);
    return sheets.stream()
        .filter(sheet -> isSaid && sheet.picture() instanceof TruecolorPicture)
        .map(sheet ->
            Diagnostic.error(
                    DiagnosticCode.NOT_INDEXED,
                    sheet.location(),
                    "\"index_0\" is set, but the sheet is truecolor: it has no index 0")
                .supported("an indexed PNG")
                .advice(
                    "remove \"index_0\", or name the colour of the background with"
                        + " \"transparent_color\""))
        .toList();
  }
}
