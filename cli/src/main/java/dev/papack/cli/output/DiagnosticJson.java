package dev.papack.cli.output;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.TextRange;

/** Diagnostics for programs. */
public final class DiagnosticJson {
  /** The version of the kind {@code diagnostic}. */
  private static final int SCHEMA_VERSION = 1;

  private DiagnosticJson() {}

  /**
   * A diagnostic as an object on one line.
   *
   * @param diagnostic any
   * @return JSON without a line break
   */
  public static String line(Diagnostic diagnostic) {
    return JsonLine.of(
        "diagnostic",
        SCHEMA_VERSION,
        json ->
            json.put("code", diagnostic.code().id())
                .put("name", diagnostic.code().name())
                .put("severity", diagnostic.severity().label())
                .put("message", diagnostic.message())
                .putObject("location", place -> write(place, diagnostic.location()))
                .put("found", diagnostic.found())
                .put("supported", diagnostic.supported())
                .put("limit", diagnostic.limit())
                .put("help", diagnostic.help())
                .putObjects("related", diagnostic.related(), DiagnosticJson::write));
  }

  private static void write(JsonLine json, Diagnostic.Related related) {
    json.putObject("location", place -> write(place, related.location()))
        .put("message", related.message());
  }

  private static void write(JsonLine json, Location location) {
    json.put("artifact", location.artifact().label()).put("path", location.path());
    location.text().ifPresent(range -> write(json, range));
    json.put("pointer", location.pointer());
    location.byteOffset().ifPresent(offset -> json.put("byte_offset", offset));
    location.pixels().ifPresent(pixels -> json.putObject("pixels", inner -> write(inner, pixels)));
  }

  private static void write(JsonLine json, TextRange range) {
    json.put("line", range.line())
        .put("column", range.column())
        .put("end_line", range.endLine())
        .put("end_column", range.endColumn());
  }

  private static void write(JsonLine json, PixelRectangle pixels) {
    json.put("x", pixels.x())
        .put("y", pixels.y())
        .put("width", pixels.width())
        .put("height", pixels.height());
  }
}
