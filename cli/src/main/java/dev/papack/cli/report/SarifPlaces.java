package dev.papack.cli.report;

import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.TextRange;
import dev.papack.json.line.JsonLine;
import java.util.List;

/** Places in SARIF: files by URI, text by region. */
final class SarifPlaces {
  private static final String REPOSITORY = "%SRCROOT%";

  private SarifPlaces() {}

  /**
   * A related place with its number.
   *
   * @param number from 1, unique in its result
   * @param related the place
   */
  record Numbered(int number, Finding.Related related) {}

  /** A server knows where its repository is; the folder of this machine says nothing to it. */
  static void writeBases(JsonLine json) {
    json.putObject(
        REPOSITORY,
        base ->
            base.putObject("description", text -> text.put("text", "The top of the repository.")));
  }

  static void write(JsonLine json, Place place) {
    json.putObject(
        "physicalLocation",
        physical -> {
          physical.putObject("artifactLocation", file -> writeFile(file, place.file()));
          place.range().ifPresent(range -> physical.putObject("region", at -> write(at, range)));
        });
    place
        .location()
        .pointer()
        .filter(pointer -> !pointer.isEmpty())
        .ifPresent(pointer ->
            json.putObjects(
                "logicalLocations",
                List.of(pointer),
                (logical, name) ->
                    logical.put("fullyQualifiedName", SarifText.cut(name)).put("kind", "member")));
    place.pixels().ifPresent(pixels -> json.putObject("properties", of -> write(of, pixels)));
  }

  static void writeRelated(JsonLine json, Numbered numbered) {
    json.put("id", numbered.number())
        .putObject(
            "message", text -> text.put("text", SarifText.sentence(numbered.related().message())));
    write(json, numbered.related().place());
  }

  static void writeFile(JsonLine json, FilePath file) {
    json.put("uri", file.uri());
    switch (file.base()) {
      case REPOSITORY -> json.put("uriBaseId", REPOSITORY);
      case NONE -> {}
    }
  }

  /** Ends are exclusive in SARIF, too. */
  static void write(JsonLine json, TextRange range) {
    json.put("startLine", range.line())
        .put("startColumn", range.column())
        .put("endLine", range.endLine())
        .put("endColumn", range.endColumn());
  }

  /** SARIF has no region for a part of a picture. */
  private static void write(JsonLine json, PixelRectangle pixels) {
    json.putObject(
        "pixels",
        part ->
            part.put("x", pixels.x())
                .put("y", pixels.y())
                .put("width", pixels.width())
                .put("height", pixels.height()));
  }
}
