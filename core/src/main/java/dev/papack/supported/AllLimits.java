package dev.papack.supported;

import dev.papack.container.PackLimits;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.media.FormatLimit;
import dev.papack.media.formats.MediaFormats;
import dev.papack.result.Limit;
import dev.papack.result.Limit.Unit;
import dev.papack.source.Limits;
import java.util.List;
import java.util.stream.Stream;

/** Every limit of this release, with its name for people. */
public final class AllLimits {
  private AllLimits() {}

  /** Every limit: documents, sources, each format, the workspace, the pack. */
  public static List<Limit> all() {
    return Stream.of(
            beforeMedia(),
            MediaFormats.SUPPORTED.all().stream()
                .flatMap(format -> format.traits().limits().stream())
                .map(AllLimits::of)
                .toList(),
            behindMedia())
        .flatMap(List::stream)
        .toList();
  }

  private static Limit of(FormatLimit limit) {
    return new Limit(
        limit.name(),
        limit.most(),
        switch (limit.unit()) {
          case PIXELS -> Unit.PIXELS;
          case COUNT -> Unit.COUNT;
        });
  }

  private static List<Limit> beforeMedia() {
    return List.of(
        new Limit("declaration", Limits.DECLARATION_BYTES, Unit.BYTES),
        new Limit("index", Limits.INDEX_BYTES, Unit.BYTES),
        new Limit("ignore list", Limits.IGNORE_BYTES, Unit.BYTES),
        new Limit("budgets", Limits.BUDGETS_BYTES, Unit.BYTES),
        new Limit("build cache", Limits.BUILD_CACHE_BYTES, Unit.BYTES),
        new Limit("companion", Limits.COMPANION_BYTES, Unit.BYTES),
        new Limit("JSON depth", Limits.JSON_DEPTH, Unit.COUNT),
        new Limit("JSON string", Limits.JSON_STRING_BYTES, Unit.BYTES),
        new Limit("JSON member name", Limits.JSON_NAME_BYTES, Unit.BYTES),
        new Limit("JSON number, characters", Limits.JSON_NUMBER_CHARS, Unit.COUNT),
        new Limit("JSON values of a document", Limits.JSON_VALUES, Unit.COUNT),
        new Limit("source file", Limits.SOURCE_BYTES, Unit.BYTES));
  }

  private static List<Limit> behindMedia() {
    return List.of(
        new Limit("sound length", Limits.SOUND_FRAMES, Unit.FRAMES),
        new Limit("sound rate, lowest", Limits.SOUND_MIN_SAMPLE_RATE_HZ, Unit.HERTZ),
        new Limit("sound rate, highest", Limits.SOUND_MAX_SAMPLE_RATE_HZ, Unit.HERTZ),
        new Limit("assets of a workspace", Limits.ASSETS, Unit.COUNT),
        new Limit("path", RelativePath.MAX_BYTES, Unit.BYTES),
        new Limit("path component", FileName.MAX_BYTES, Unit.BYTES),
        new Limit("path pattern", Limits.PATTERN_BYTES, Unit.BYTES),
        new Limit("path patterns of an ignore list", Limits.PATTERNS, Unit.COUNT),
        new Limit("budgets of a workspace", Limits.BUDGETS, Unit.COUNT),
        new Limit("pack header", PackLimits.MAX_HEADER_BYTES, Unit.BYTES),
        new Limit("pack header depth", PackLimits.MAX_HEADER_DEPTH, Unit.COUNT),
        new Limit("pack payload", PackLimits.MAX_PAYLOAD_BYTES, Unit.BYTES),
        new Limit("pack entries", PackLimits.MAX_ENTRIES, Unit.COUNT),
        new Limit("asset name", PackLimits.MAX_NAME_BYTES, Unit.BYTES),
        new Limit("preload slot, highest", PackLimits.MAX_SLOT, Unit.COUNT));
  }
}
