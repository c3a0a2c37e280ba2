package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.cli.output.CellPicture;
import dev.papack.cli.output.OpenWorkspace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.progress.CancelledException;
import dev.papack.result.PicturePart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The parts of pictures that diagnostics speak of, for a terminal that can draw them. */
final class PicturedPlaces {
  /** More would push the first out of sight. */
  private static final int MAX_PICTURES = 20;

  /** A single pixel is understood with what is around it. */
  private static final int MIN_SIDE_PIXELS = 8;

  private static final int MAX_SIDE_PIXELS = 64;

  private PicturedPlaces() {}

  /** What cannot be read is not drawn: the message says everything. */
  static Map<Location, CellPicture> find(
      List<Diagnostic> diagnostics, Optional<OpenWorkspace> workspace) {
    Map<AssetsPath, List<Location>> places = new TreeMap<>();
    diagnostics.stream()
        .map(Diagnostic::location)
        .filter(place -> place.belowAssets().isPresent() && place.pixels().isPresent())
        .distinct()
        .limit(MAX_PICTURES)
        .forEach(place ->
            places
                .computeIfAbsent(place.belowAssets().orElseThrow(), _ -> new ArrayList<>())
                .add(place));
    if (workspace.isEmpty() || places.isEmpty()) {
      return Map.of();
    }
    try {
      return Packer.create().openForRepair(workspace.get().folder())
              instanceof Outcome.Accepted<Session>(Session session, var _)
          ? drawn(session, places)
          : Map.of();
    } catch (IOException | CancelledException e) {
      return Map.of();
    }
  }

  private static Map<Location, CellPicture> drawn(
      Session session, Map<AssetsPath, List<Location>> places)
      throws IOException, CancelledException {
    Map<AssetsPath, List<PixelRectangle>> parts = new TreeMap<>();
    places.forEach((file, all) ->
        parts.put(file, all.stream().map(place -> around(place.pixels().orElseThrow())).toList()));
    Map<Location, CellPicture> drawn = new HashMap<>();
    session
        .pictureParts(parts)
        .forEach((file, found) -> {
          for (int index = 0; index < found.size(); index++) {
            Location place = places.getOrDefault(file, List.of()).get(index);
            found.get(index).ifPresent(part -> drawn.put(place, cells(part)));
          }
        });
    return drawn;
  }

  private static PixelRectangle around(PixelRectangle place) {
    int marginX = Math.max(0, MIN_SIDE_PIXELS - place.width()) / 2;
    int marginY = Math.max(0, MIN_SIDE_PIXELS - place.height()) / 2;
    return new PixelRectangle(
        Math.max(0, place.x() - marginX),
        Math.max(0, place.y() - marginY),
        Math.min(MAX_SIDE_PIXELS, place.width() + 2 * marginX),
        Math.min(MAX_SIDE_PIXELS, place.height() + 2 * marginY));
  }

  private static CellPicture cells(PicturePart part) {
    return new CellPicture() {
      @Override
      public int widthPixels() {
        return part.place().width();
      }

      @Override
      public int heightPixels() {
        return part.place().height();
      }

      @Override
      public int argb(int x, int y) {
        return part.argb().get(y * part.place().width() + x);
      }
    };
  }
}
