package dev.papack;

import dev.papack.container.FormatWindow;
import dev.papack.container.SupportedFormats;
import dev.papack.document.SupportWindow;
import dev.papack.migration.Histories;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of one format that this packer reads.
 *
 * @param format what has the version: the kind of a document, or a part of a pack
 * @param member the member or field that says it
 * @param oldest the oldest readable version
 * @param current the version that is written
 */
public record FormatVersions(String format, String member, int oldest, int current) {
  /** Every format with a version of its own: documents, then the pack. */
  static List<FormatVersions> all() {
    List<FormatVersions> all = new ArrayList<>();
    for (var history : Histories.all()) {
      SupportWindow window = history.kind().window();
      all.add(
          new FormatVersions(
              history.kind().label(), "schema_version", window.oldest(), window.current()));
    }
    for (SupportedFormats.Concern concern : SupportedFormats.Concern.values()) {
      FormatWindow window = SupportedFormats.CURRENT.window(concern);
      all.add(
          new FormatVersions(
              "pack, " + concern.label(), memberOf(concern), window.oldest(), window.newest()));
    }
    return all;
  }

  private static String memberOf(SupportedFormats.Concern concern) {
    return switch (concern) {
      case ENVELOPE -> "envelope_version";
      case TILES, SOUNDS -> "bank_version";
    };
  }
}
