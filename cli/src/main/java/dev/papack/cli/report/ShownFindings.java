package dev.papack.cli.report;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.report.ShownFinding;
import dev.papack.report.ShownFinding.ShownFix;
import dev.papack.report.ShownFinding.ShownPicture;
import dev.papack.result.PicturePart;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Findings as a page shows them: what is wrong in a picture is placed in the picture, and a part of
 * it is shown.
 *
 * @param paths where files are
 */
public record ShownFindings(ReportPaths paths) {
  /** Pictures of so many findings are shown: each has to be decoded again. */
  private static final int MAX_PICTURES = 200;

  /** What is wrong in one pixel is understood with what is around it. */
  private static final int MARGIN_PIXELS = 8;

  /**
   * The parts of pictures that findings speak of, to be looked up.
   *
   * @param report any
   * @return for each picture its parts, in the order of the findings
   */
  public static Map<AssetsPath, List<PixelRectangle>> parts(Report report) {
    Map<AssetsPath, List<PixelRectangle>> parts = new TreeMap<>();
    int count = 0;
    for (Finding finding : report.findings()) {
      Location location = finding.diagnostic().location();
      if (hasPart(location) && count < MAX_PICTURES) {
        count++;
        parts
            .computeIfAbsent(location.belowAssets().orElseThrow(), _ -> new ArrayList<>())
            .add(around(location.pixels().orElseThrow()));
      }
    }
    return parts;
  }

  private static boolean hasPart(Location location) {
    return location.belowAssets().isPresent() && location.pixels().isPresent();
  }

  private static PixelRectangle around(PixelRectangle place) {
    int x = Math.max(0, place.x() - MARGIN_PIXELS);
    int y = Math.max(0, place.y() - MARGIN_PIXELS);
    return new PixelRectangle(
        x,
        y,
        place.x() - x + Math.min(PicturePart.MAX_SIDE_PIXELS, place.width()) + MARGIN_PIXELS,
        place.y() - y + Math.min(PicturePart.MAX_SIDE_PIXELS, place.height()) + MARGIN_PIXELS);
  }

  /**
   * The findings of a report.
   *
   * @param report any
   * @param pictures what became of {@link #parts}
   * @return in the same order
   */
  public List<ShownFinding> of(
      Report report, Map<AssetsPath, List<Optional<PicturePart>>> pictures) {
    Map<AssetsPath, Iterator<Optional<PicturePart>>> left = new TreeMap<>();
    pictures.forEach((file, parts) -> left.put(file, parts.iterator()));
    List<ShownFinding> shown = new ArrayList<>();
    for (Finding finding : report.findings()) {
      shown.add(shown(finding.diagnostic(), picture(finding.diagnostic().location(), left)));
    }
    return shown;
  }

  /**
   * A file of the workspace, as reports name it.
   *
   * @param file any
   * @return relative to the top of the repository, or absolute
   */
  public String name(WorkspacePath file) {
    return paths.of(file).text();
  }

  /**
   * A place, as reports name its file.
   *
   * @param location any
   * @return relative to the top of the repository, or absolute
   */
  public String name(Location location) {
    return paths.of(location).text();
  }

  private static Optional<ShownPicture> picture(
      Location location, Map<AssetsPath, Iterator<Optional<PicturePart>>> left) {
    if (!hasPart(location)) {
      return Optional.empty();
    }
    Iterator<Optional<PicturePart>> parts = left.get(location.belowAssets().orElseThrow());
    PixelRectangle marked = location.pixels().orElseThrow();
    return parts == null || !parts.hasNext()
        ? Optional.empty()
        : parts
            .next()
            .map(part ->
                new ShownPicture(part, marked.x(), marked.y(), marked.width(), marked.height()));
  }

  private ShownFinding shown(Diagnostic diagnostic, Optional<ShownPicture> picture) {
    return new ShownFinding(
        diagnostic.code().id(),
        diagnostic.severity().label(),
        diagnostic.message(),
        place(diagnostic.location()),
        diagnostic.found(),
        diagnostic.supported(),
        diagnostic.limit(),
        diagnostic.fixes().stream().map(this::fix).toList(),
        diagnostic.related().stream()
            .map(related -> new ShownFinding.Related(place(related.location()), related.message()))
            .toList(),
        picture);
  }

  private ShownFinding.Place place(Location location) {
    return location.text().isPresent()
        ? new ShownFinding.Place(
            name(location),
            OptionalInt.of(location.text().get().line()),
            OptionalInt.of(location.text().get().column()))
        : new ShownFinding.Place(name(location), OptionalInt.empty(), OptionalInt.empty());
  }

  private ShownFix fix(Fix fix) {
    return switch (fix.action()) {
      case Fix.RunCommand command ->
          new ShownFix(fix.title(), Optional.of(paths.standing().line(command)));
      case Fix.EditDocument _, Fix.Advice _ -> new ShownFix(fix.title(), Optional.empty());
    };
  }
}
