package dev.papack.supported;

import dev.papack.cache.CacheDocument;
import dev.papack.container.FormatWindow;
import dev.papack.container.SupportedFormats;
import dev.papack.document.SupportWindow;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.result.FormatVersions;
import dev.papack.result.PackListing;
import java.util.List;
import java.util.stream.Stream;

/** Every format with a version of its own, and the versions of it that are read. */
public final class Formats {
  private Formats() {}

  /** Documents, then the parts of a pack. */
  public static List<FormatVersions> all() {
    return Stream.concat(
            Stream.concat(Histories.all().stream().map(Formats::of), Stream.of(ofBuildCache())),
            Stream.of(SupportedFormats.Concern.values()).map(Formats::of))
        .toList();
  }

  /** The versions of a kind of document. */
  static FormatVersions of(History history) {
    SupportWindow window = history.kind().window();
    return new FormatVersions(
        history.kind().label(), "schema_version", window.oldest(), window.current());
  }

  /** The versions of what a build remembers. */
  static FormatVersions ofBuildCache() {
    SupportWindow window = CacheDocument.KIND.window();
    return new FormatVersions(
        CacheDocument.KIND.label(),
        CacheDocument.VERSION_MEMBER,
        window.oldest(),
        window.current());
  }

  /** The versions of a part of a pack. */
  static FormatVersions of(SupportedFormats.Concern concern) {
    FormatWindow window = SupportedFormats.CURRENT.window(concern);
    return new FormatVersions(
        PackListing.nameOf(concern), memberOf(concern), window.oldest(), window.newest());
  }

  private static String memberOf(SupportedFormats.Concern concern) {
    return switch (concern) {
      case ENVELOPE -> "envelope_version";
      case TILES, SOUNDS -> "bank_version";
    };
  }
}
