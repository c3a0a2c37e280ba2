package dev.papack.cli.output;

import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.TextRange;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.json.line.JsonLine;
import java.util.Locale;
import java.util.Optional;

/**
 * Diagnostics for programs.
 *
 * @param standing where the user is
 */
public record DiagnosticJson(Standing standing) {
  /** The version of the kind {@code diagnostic}. */
  private static final int SCHEMA_VERSION = 1;

  /**
   * A diagnostic as an object on one line.
   *
   * @param diagnostic any
   * @return JSON without a line break
   */
  public String line(Diagnostic diagnostic) {
    return PrintableJson.of(
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
                .putObjects("fixes", diagnostic.fixes(), this::write)
                .putObjects("related", diagnostic.related(), DiagnosticJson::write));
  }

  private void write(JsonLine json, Fix fix) {
    json.put("title", fix.title())
        .put("certainty", fix.certainty().name().toLowerCase(Locale.ROOT));
    switch (fix.action()) {
      case Fix.RunCommand command ->
          json.putObject(
              "command",
              inner ->
                  inner
                      .put("verb", command.verb().name().toLowerCase(Locale.ROOT))
                      .putObjects("arguments", command.arguments(), DiagnosticJson::write)
                      .put("line", standing.line(command)));
      case Fix.EditDocument(WorkspacePath path, TextRange range, String replacement) ->
          json.putObject(
              "edit",
              inner -> {
                inner.put("path", path.text());
                write(inner, range);
                inner.put("replacement", replacement);
              });
      case Fix.Advice(Optional<Fix.RequestChange> change) ->
          json.put("request", change.map(asked -> asked.name().toLowerCase(Locale.ROOT)));
    }
  }

  private static void write(JsonLine json, Argument argument) {
    switch (argument) {
      case Argument.OfPath(WorkspacePath path) -> json.put("path", path.text());
      case Argument.OfNamedPath(String path) -> json.put("named_path", path);
      case Argument.OfName(String name) -> json.put("name", name);
      case Argument.OfId(long id) -> json.put("asset_id", id);
      case Argument.OfSetting(String member, String value) ->
          json.put("setting", member + "=" + value);
      case Argument.OfChoice(Argument.Choice choice) ->
          json.put("choice", choice.name().toLowerCase(Locale.ROOT));
    }
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
