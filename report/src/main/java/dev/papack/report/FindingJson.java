package dev.papack.report;

import dev.papack.json.line.JsonLine;
import dev.papack.report.ShownFinding.Place;
import dev.papack.report.ShownFinding.ShownPicture;
import java.util.Locale;

/** A finding of a report as JSON. */
final class FindingJson {
  private FindingJson() {}

  static void write(JsonLine json, ShownFinding finding) {
    json.put("code", finding.code())
        .put("severity", finding.severity())
        .put("message", finding.message())
        .putObject("place", inner -> write(inner, finding.place()))
        .put("found", finding.found())
        .put("supported", finding.supported())
        .put("limit", finding.limit())
        .putObjects(
            "fixes",
            finding.fixes(),
            (inner, fix) -> inner.put("title", fix.title()).put("command", fix.command()))
        .putObjects(
            "related",
            finding.related(),
            (inner, related) ->
                inner
                    .putObject("place", place -> write(place, related.place()))
                    .put("message", related.message()));
    finding
        .picture()
        .ifPresent(picture -> json.putObject("picture", inner -> write(inner, picture)));
  }

  private static void write(JsonLine json, Place place) {
    json.put("file", place.file());
    place.line().ifPresent(line -> json.put("line", line));
    place.column().ifPresent(column -> json.put("column", column));
  }

  private static void write(JsonLine json, ShownPicture picture) {
    json.put("x", picture.part().place().x())
        .put("y", picture.part().place().y())
        .put("width", picture.part().place().width())
        .put("height", picture.part().place().height())
        .putObject(
            "marked",
            inner ->
                inner
                    .put("x", picture.x())
                    .put("y", picture.y())
                    .put("width", picture.width())
                    .put("height", picture.height()))
        .put("rgba", rgba(picture));
  }

  /** Eight digits for each pixel. */
  private static String rgba(ShownPicture picture) {
    StringBuilder digits = new StringBuilder();
    for (int argb : picture.part().argb()) {
      digits.append(String.format(Locale.ROOT, "%08x", (argb << 8) | (argb >>> 24)));
    }
    return digits.toString();
  }
}
