package dev.papack;

import dev.papack.container.FormatWindow;
import dev.papack.container.SupportedFormats;
import dev.papack.document.SupportWindow;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import java.util.List;
import java.util.stream.Stream;

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
    return Stream.concat(
            Histories.all().stream().map(FormatVersions::of),
            Stream.of(SupportedFormats.Concern.values()).map(FormatVersions::of))
        .toList();
  }

  /** The versions of a kind of document. */
  static FormatVersions of(History history) {
    SupportWindow window = history.kind().window();
    return new FormatVersions(
        history.kind().label(), "schema_version", window.oldest(), window.current());
  }

  /** The versions of a part of a pack. */
  static FormatVersions of(SupportedFormats.Concern concern) {
    FormatWindow window = SupportedFormats.CURRENT.window(concern);
    return new FormatVersions(nameOf(concern), memberOf(concern), window.oldest(), window.newest());
  }

  /** What this release calls a part of a pack. */
  static String nameOf(SupportedFormats.Concern concern) {
    return "pack, " + concern.label();
  }

  private static String memberOf(SupportedFormats.Concern concern) {
    return switch (concern) {
      case ENVELOPE -> "envelope_version";
      case TILES, SOUNDS -> "bank_version";
    };
  }
}
